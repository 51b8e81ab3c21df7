import { z } from 'zod';
import { textColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';

const keptRow = z.object({ row_number: z.number(), pupil: textColumn, school: textColumn, is_ended: z.boolean() });

/** An entry on a school's roll that stayed when its import was undone, and whether something ended it since. */
export type KeptRoll = z.output<typeof keptRow>;

/** The entries on school rolls that an undone import left, by row of its file. */
export async function rollsLeft(tx: ReadTx, importId: string): Promise<KeptRoll[]> {
  return tx.rows(keptRow, sql`
    SELECT i.row_number, u.reference AS pupil, e.name AS school, r.last_on IS NOT NULL AS is_ended
      FROM import_row i
      JOIN roll_entry r ON r.authority_id = i.authority_id AND r.id = i.subject_id
      JOIN pupil u ON u.authority_id = r.authority_id AND u.id = r.pupil_id
      JOIN establishment e ON e.authority_id = r.authority_id AND e.id = r.establishment_id
     WHERE i.import_id = ${importId}::uuid AND i.subject_kind = 'roll' AND (r.last_on IS NULL OR r.last_on >= r.first_on)
     ORDER BY i.row_number, e.name`);
}
