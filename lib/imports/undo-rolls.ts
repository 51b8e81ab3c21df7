import { z } from 'zod';
import { uuidColumn } from '@/lib/server/columns';
import { type WriteTx, sql } from '@/lib/server/unit-of-work';
import type { MadeRow } from './undo-places';

const rollRow = z.object({ id: uuidColumn });

/**
 * Takes back the school rolls that an import entered, once its own records are withdrawn, and puts pupils back on the
 * roll that it ended, by a further entry from the day after. An entry stays where something ended it since, or where
 * other records of the pupil rest on it. Returns how many stay.
 */
export async function undoRolls(tx: WriteTx, made: readonly MadeRow[]): Promise<number> {
  const entered = made.filter((one) => one.kind === 'roll');
  const ids = entered.map((one) => one.id);
  const takenBack = await tx.rows(rollRow, sql`
    UPDATE roll_entry r SET last_on = r.first_on - 1
     WHERE r.id = ANY(${ids}::uuid[]) AND r.last_on IS NULL
       AND NOT EXISTS (SELECT 1 FROM permanent_exclusion x WHERE x.authority_id = r.authority_id AND x.pupil_id = r.pupil_id
                          AND r.status = 'main' AND x.establishment_id = r.establishment_id AND x.state <> 'cancelled')
       AND NOT EXISTS (SELECT 1 FROM referral f WHERE f.authority_id = r.authority_id AND f.pupil_id = r.pupil_id
                          AND r.status = 'main' AND f.establishment_id = r.establishment_id AND f.state <> 'closed')
       AND NOT EXISTS (SELECT 1 FROM placement p JOIN site s ON s.authority_id = p.authority_id AND s.id = p.site_id
                         JOIN provider v ON v.authority_id = s.authority_id AND v.id = s.provider_id
                        WHERE p.authority_id = r.authority_id AND p.pupil_id = r.pupil_id AND p.state <> 'cancelled'
                          AND r.establishment_id = CASE r.status WHEN 'main' THEN p.attributed_establishment_id ELSE v.establishment_id END)
    RETURNING r.id`);
  const rows = new Set(entered.filter((one) => takenBack.some(({ id }) => id === one.id)).map((one) => one.row));
  const ended = made.filter((one) => one.kind === 'roll_ended' && rows.has(one.row)).map((one) => one.id);
  await tx.execute(sql`
    INSERT INTO roll_entry (authority_id, pupil_id, establishment_id, status, first_on)
    SELECT r.authority_id, r.pupil_id, r.establishment_id, r.status, r.last_on + 1
      FROM roll_entry r
     WHERE r.id = ANY(${ended}::uuid[])
       AND NOT EXISTS (SELECT 1 FROM roll_entry o WHERE o.authority_id = r.authority_id AND o.pupil_id = r.pupil_id AND o.status = 'main' AND o.last_on IS NULL)`);
  return ids.length - takenBack.length;
}
