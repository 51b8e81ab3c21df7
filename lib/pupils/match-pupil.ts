import { z } from 'zod';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { dateColumn, textColumn, uuidColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';
import { searchName } from './rules/search-name';

const matchRow = z.object({
  id: uuidColumn, reference: textColumn, first_name: textColumn, last_name: textColumn, born_on: dateColumn, year_group: z.number(),
  school_ids: z.array(z.string()), school_names: z.array(z.string()), version: z.number(),
});

/** A pupil on record who may be the one meant, with the schools whose main roll they are on. */
export type PupilMatch = z.output<typeof matchRow>;

const SELECT_MATCH = sql`
  SELECT p.id, p.reference, p.first_name, p.last_name, p.born_on, p.year_group, p.version,
         ARRAY(SELECT r.establishment_id::text FROM roll_entry r
                WHERE r.authority_id = p.authority_id AND r.pupil_id = p.id AND r.status = 'main' AND r.last_on IS NULL ORDER BY r.first_on) AS school_ids,
         ARRAY(SELECT e.name FROM roll_entry r JOIN establishment e ON e.authority_id = r.authority_id AND e.id = r.establishment_id
                WHERE r.authority_id = p.authority_id AND r.pupil_id = p.id AND r.status = 'main' AND r.last_on IS NULL ORDER BY r.first_on) AS school_names
    FROM pupil p`;

/** The pupil with this UPN, or null. */
export async function pupilByUpn(tx: ReadTx, upn: string): Promise<PupilMatch | null> {
  return tx.row(matchRow, sql`${SELECT_MATCH} WHERE p.upn = ${upn}`);
}

/** Pupils of this name and birth date. */
export async function pupilsNamed(tx: ReadTx, firstName: string, lastName: string, bornOn: CalendarDate): Promise<PupilMatch[]> {
  return tx.rows(matchRow, sql`${SELECT_MATCH} WHERE p.search_name = ${searchName(firstName, lastName)} AND p.born_on = ${bornOn}::date ORDER BY p.reference`);
}

/** Pupils whose first or last name begins with the text, or whose UPN or reference it is; at most twelve, by name. */
export async function findPupils(tx: ReadTx, text: string): Promise<PupilMatch[]> {
  const name = searchName(text, '').trim();
  const code = text.replace(/\s+/g, '').toUpperCase();
  if (code.length < 3) return [];
  return tx.rows(matchRow, sql`${SELECT_MATCH}
    WHERE p.upn = ${code} OR p.reference = ${code}
       OR (${name} <> '' AND (p.search_name LIKE ${`${name}%`} OR p.search_name LIKE ${`% ${name}%`}))
    ORDER BY p.last_name, p.first_name, p.reference LIMIT 12`);
}
