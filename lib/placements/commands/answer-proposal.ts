import type { z } from 'zod';
import { invalid, notFoundRefusal } from '@/lib/core/refusal';
import type { Command } from '@/lib/server/command';
import { newFormKey } from '@/lib/server/random';
import { sql } from '@/lib/server/unit-of-work';
import { applyChange, nextState } from '../change';
import { finishTasksOf } from '../finish-tasks';
import { acceptInput, concernInput } from '../input';
import { loadForChange } from '../load-change';
import { runsProvider } from '../policy';

type Outcome = { placementId: string };

/** The site accepts a pupil, with the day of the admission meeting where one is held. */
export const acceptPlacement: Command<typeof acceptInput, Outcome> = {
  name: 'placement.accept',
  input: acceptInput,
  handle: async (tx, input: z.output<typeof acceptInput>) => {
    const { row, site } = await loadForChange(tx, input.placementId, input.version);
    if (!runsProvider(tx.actor, site.provider_id)) throw notFoundRefusal();
    const state = nextState(row, 'accept');
    if (input.admissionMeetingOn !== null && input.admissionMeetingOn < tx.today) throw invalid('admissionMeetingOn', 'Admission meeting must be today or later');
    await applyChange(tx, row, { state, concern: '', admission_meeting_on: input.admissionMeetingOn }, { act: 'accept', actId: newFormKey() });
    await finishTasksOf(tx, row.id, 'Accepted');
    return { outcome: { placementId: row.id }, audit: audited(row, state) };
  },
};

/** The site raises a concern: the place stays held, and the officers get a task. */
export const raiseConcern: Command<typeof concernInput, Outcome> = {
  name: 'placement.raise_concern',
  input: concernInput,
  handle: async (tx, input: z.output<typeof concernInput>) => {
    const { row, site } = await loadForChange(tx, input.placementId, input.version);
    if (!runsProvider(tx.actor, site.provider_id)) throw notFoundRefusal();
    const state = nextState(row, 'raise_concern');
    await applyChange(tx, row, { state, concern: input.concern }, { act: 'raise_concern', actId: newFormKey(), reason: input.concern });
    await tx.execute(sql`
      INSERT INTO task (authority_id, kind, title, for_role, pupil_id, placement_id, due_on, created_at)
      VALUES (${tx.authorityId}, 'concern_raised', ${`${site.name} has a concern about a proposed place`}, 'placement_officer',
              ${row.pupil_id}::uuid, ${row.id}::uuid, ${tx.today}::date, ${tx.now})`);
    return { outcome: { placementId: row.id }, audit: audited(row, state) };
  },
};

function audited(row: { id: string; pupil_id: string; state: string }, state: string) {
  return { subjectKind: 'placement', subjectId: row.id, pupilId: row.pupil_id, before: { state: row.state }, after: { state } };
}
