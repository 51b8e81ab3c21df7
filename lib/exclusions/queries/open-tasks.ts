import { z } from 'zod';
import { dateColumn, textColumn, uuidColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';
import { mayFinishTask, mayKeepList } from '../policy';

const taskRow = z.object({
  id: uuidColumn, kind: textColumn, title: textColumn, for_role: textColumn, establishment_id: uuidColumn.nullable(), partnership_id: uuidColumn.nullable(),
  provider_id: uuidColumn.nullable(), due_on: dateColumn, version: z.number(), pupil_name: textColumn.nullable(), referral_id: uuidColumn.nullable(),
  placement_id: uuidColumn.nullable(), pupil_id: uuidColumn.nullable(),
});

/** An open task with the pupil it is about and where its records are. */
export type OpenTask = z.output<typeof taskRow>;

/** The officers' open tasks, the earliest due first. Null for anybody who is no officer. */
export async function officerTasks(tx: ReadTx): Promise<OpenTask[] | null> {
  if (!mayKeepList(tx.actor)) return null;
  const rows = await tx.rows(taskRow, sql`
    SELECT t.id, t.kind, t.title, t.for_role, t.establishment_id, t.partnership_id, t.provider_id, t.due_on, t.version, t.placement_id, t.pupil_id,
           p.first_name || ' ' || p.last_name AS pupil_name,
           coalesce(l.referral_id, (SELECT r.id FROM referral r WHERE r.authority_id = t.authority_id AND r.exclusion_id = t.exclusion_id)) AS referral_id
      FROM task t
      LEFT JOIN pupil p ON p.authority_id = t.authority_id AND p.id = t.pupil_id
      LEFT JOIN placement l ON l.authority_id = t.authority_id AND l.id = t.placement_id
     WHERE t.for_role = 'placement_officer' AND t.done_at IS NULL ORDER BY t.due_on, t.created_at, t.id`);
  return rows.filter((task) => mayFinishTask(tx.actor, task));
}
