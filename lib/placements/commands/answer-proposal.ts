import type { z } from 'zod';
import { maxDate } from '@/lib/core/calendar-date';
import { invalid, notFoundRefusal } from '@/lib/core/refusal';
import type { Command } from '@/lib/server/command';
import { newFormKey } from '@/lib/server/random';
import { sql } from '@/lib/server/unit-of-work';
import { applyChange, nextState } from '../change';
import { answeredWith, answerFollowing, refuseIfItFollows } from '../following';
import { finishTasksOf } from '../finish-tasks';
import { acceptInput, concernInput } from '../input';
import { loadForChange } from '../load-change';
import { settleMarkerTasks } from '../marker-tasks';
import { refuseMarked } from '../markers';
import { runsProvider } from '../policy';

type Outcome = { placementId: string };

/** The site accepts a pupil, with the day of the admission meeting where one is held. */
export const acceptPlacement: Command<typeof acceptInput, Outcome> = {
  name: 'placement.accept',
  input: acceptInput,
  handle: async (tx, input: z.output<typeof acceptInput>) => {
    const { row, held, site } = await loadForChange(tx, input.placementId, input.version);
    if (!runsProvider(tx.actor, site.provider_id)) throw notFoundRefusal();
    const state = nextState(row, 'accept');
    await refuseIfItFollows(tx, row);
    const following = await answeredWith(tx, row);
    await refuseMarked(tx, { ...held, lastOn: following.map((one) => one.last_on).reduce(maxDate, held.lastOn) }, 'site');
    if (input.admissionMeetingOn !== null && input.admissionMeetingOn < tx.today) throw invalid('admissionMeetingOn', 'Admission meeting must be today or later');
    const actId = newFormKey();
    await applyChange(tx, row, { state, concern: '', admission_meeting_on: input.admissionMeetingOn }, { act: 'accept', actId });
    const along = await answerFollowing(tx, row, following, { state, concern: '' }, 'accept', actId);
    await finishTasksOf(tx, row.id, 'Accepted');
    await settleMarkerTasks(tx, 'Accepted');
    return { outcome: { placementId: row.id }, audit: audited(row, state, along) };
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
    await refuseIfItFollows(tx, row);
    const following = await answeredWith(tx, row);
    const actId = newFormKey();
    await applyChange(tx, row, { state, concern: input.concern }, { act: 'raise_concern', actId, reason: input.concern });
    const along = await answerFollowing(tx, row, following, { state, concern: input.concern }, 'raise_concern', actId);
    await tx.execute(sql`
      INSERT INTO task (authority_id, kind, title, for_role, pupil_id, placement_id, due_on, created_at)
      VALUES (${tx.authorityId}, 'concern_raised', ${`${site.name} has a concern about a proposed place`}, 'placement_officer',
              ${row.pupil_id}::uuid, ${row.id}::uuid, ${tx.today}::date, ${tx.now})`);
    return { outcome: { placementId: row.id }, audit: audited(row, state, along) };
  },
};

function audited(row: { id: string; pupil_id: string; state: string }, state: string, along: readonly string[]) {
  return { subjectKind: 'placement', subjectId: row.id, pupilId: row.pupil_id, before: { state: row.state }, after: along.length === 0 ? { state } : { state, along } };
}
