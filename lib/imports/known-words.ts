import { z } from 'zod';
import { reasonSettings } from '@/lib/exclusions/reason-settings';
import { localAuthorities } from '@/lib/exclusions/school-choice';
import { loadSites } from '@/lib/providers/store';
import { dateColumn, textColumn, uuidColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';
import type { KnownWords } from './types';

const schoolRow = z.object({ id: uuidColumn, name: textColumn, urn: textColumn.nullable(), laestab: textColumn.nullable(), closed_on: dateColumn.nullable() });

/** Everything the words of a file are looked up in. */
export async function loadKnownWords(tx: ReadTx): Promise<KnownWords> {
  const schools = await tx.rows(schoolRow, sql`SELECT id, name, urn, laestab, closed_on FROM establishment ORDER BY name, id`);
  const sites = await loadSites(tx);
  return {
    today: tx.today,
    authorities: await localAuthorities(tx),
    schools: schools.map((one) => ({ id: one.id, name: one.name, urn: one.urn, laestab: one.laestab, closedOn: one.closed_on })),
    sites: sites.map((one) => ({
      id: one.id, slug: one.slug, name: one.name, lowYear: one.low_year, highYear: one.high_year, openedOn: one.opened_on, closedOn: one.closed_on,
    })),
    setBFrom: (await reasonSettings(tx, tx.today)).setBFrom,
  };
}
