import { z } from 'zod';
import { textColumn, uuidColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';
import type { CalendarDate } from '@/lib/core/calendar-date';

const schoolRow = z.object({ id: uuidColumn, name: textColumn, town: textColumn.nullable() });

/** A school of the authority that is open on a day. */
export type OpenSchool = z.output<typeof schoolRow>;

export async function schoolsOpenOn(tx: ReadTx, on: CalendarDate): Promise<OpenSchool[]> {
  return tx.rows(schoolRow, sql`
    SELECT id, name, town FROM establishment
     WHERE (opened_on IS NULL OR opened_on <= ${on}::date) AND (closed_on IS NULL OR closed_on >= ${on}::date) ORDER BY name, town, id`);
}

/** The authority's own DfE code, three digits. */
export async function ownAuthorityCode(tx: ReadTx): Promise<string> {
  const row = await tx.row(z.object({ la_code: textColumn }), sql`SELECT la_code FROM authority WHERE id = ${tx.authorityId}`);
  if (!row) throw new Error('The authority is not on record');
  return row.la_code;
}

const authorityRow = z.object({ code: textColumn, name: textColumn });

/** Every local authority of England by name, for home authorities. */
export async function localAuthorities(tx: ReadTx): Promise<z.output<typeof authorityRow>[]> {
  return tx.rows(authorityRow, sql`SELECT code, name FROM local_authority ORDER BY name`);
}
