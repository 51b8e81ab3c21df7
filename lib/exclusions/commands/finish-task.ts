import { z } from 'zod';
import { conflict, notFoundRefusal, stale } from '@/lib/core/refusal';
import { instantColumn, textColumn, uuidColumn } from '@/lib/server/columns';
import type { Command } from '@/lib/server/command';
import { sql } from '@/lib/server/unit-of-work';
import { finishTaskInput } from '../input';
import { mayFinishTask } from '../policy';
import { HOME_AUTHORITY_NOTICE } from '../rules/notice-words';
import { homeAuthorityTold } from '../tell-home-authority';

const taskRow = z.object({
  id: uuidColumn, kind: textColumn, for_role: textColumn, establishment_id: uuidColumn.nullable(), partnership_id: uuidColumn.nullable(),
  provider_id: uuidColumn.nullable(), pupil_id: uuidColumn.nullable(), exclusion_id: uuidColumn.nullable(), done_at: instantColumn.nullable(), version: z.number(),
});

/** Marks a task as done with a note of what was done. Telling the home authority is kept with the exclusion as well (R24), and takes its pupil off the list. */
export const finishTask: Command<typeof finishTaskInput, { taskId: string }> = {
  name: 'task.finish',
  input: finishTaskInput,
  handle: async (tx, input) => {
    const task = await tx.row(taskRow, sql`
      SELECT id, kind, for_role, establishment_id, partnership_id, provider_id, pupil_id, exclusion_id, done_at, version
        FROM task WHERE id = ${input.taskId}::uuid FOR UPDATE`);
    const { actor } = tx;
    if (!task || !mayFinishTask(actor, task)) throw notFoundRefusal();
    if (task.done_at !== null) throw conflict('Somebody has marked this task as done already');
    if (task.version !== input.version) throw stale('Somebody changed this task while you had the page open. Open the page again');
    await tx.execute(sql`
      UPDATE task SET done_at = ${tx.now}, done_by = ${actor.personId}::uuid, done_note = ${input.doneNote}, version = version + 1 WHERE id = ${task.id}::uuid`);
    if (task.kind === 'tell_home_authority' && task.exclusion_id !== null) {
      await tx.execute(sql`
        INSERT INTO notice_told (authority_id, exclusion_id, notice, told_on, told_by, recorded_by, recorded_at)
        VALUES (${tx.authorityId}, ${task.exclusion_id}::uuid, ${HOME_AUTHORITY_NOTICE}, ${tx.today}::date, ${actor.name}, ${actor.personId}::uuid, ${tx.now})`);
      await homeAuthorityTold(tx, task.exclusion_id, { on: tx.today, note: input.doneNote });
    }
    return { outcome: { taskId: task.id }, audit: { subjectKind: 'task', subjectId: task.id, pupilId: task.pupil_id, after: { kind: task.kind, done: true } } };
  },
};
