import { z } from 'zod';
import type { Actor } from '@/lib/core/roles';
import { dateInWords } from '@/lib/core/date-words';
import { invalid, notFoundRefusal } from '@/lib/core/refusal';
import type { Command } from '@/lib/server/command';
import { newFormKey } from '@/lib/server/random';
import { reviewWarnings } from '../chair-warning';
import { applyChange, nextState } from '../change';
import { cancelFollowing } from '../following';
import { finishTasksOf } from '../finish-tasks';
import { endInput } from '../input';
import { loadForChange } from '../load-change';
import { settleMarkerTasks } from '../marker-tasks';
import { mayPlace, runsProvider } from '../policy';
import { refreshReferral } from '../referral-state';

/** Ends a placement that has started, with the last day and where the pupil goes next. Free places follow from the day after. */
function endingCommand(name: 'placement.end' | 'placement.leave', allowed: (actor: Actor | null, providerId: string) => boolean): Command<typeof endInput, { placementId: string; actId: string }> {
  return {
    name,
    input: endInput,
    handle: async (tx, input: z.output<typeof endInput>) => {
      const { row, site } = await loadForChange(tx, input.placementId, input.version);
      if (!allowed(tx.actor, site.provider_id)) throw notFoundRefusal();
      const state = nextState(row, 'leave');
      if (input.leftOn < row.first_on) throw invalid('leftOn', `Last day must be ${dateInWords(row.first_on)}, the first day, or later`);
      if (input.leftOn > tx.today) throw invalid('leftOn', 'Last day must be today or earlier. To plan a later or earlier end, the officer changes the planned end');
      const actId = newFormKey();
      await applyChange(tx, row, { state, left_on: input.leftOn, where_next: input.whereNext }, { act: 'leave', actId, reason: input.whereNext });
      const cancelled = await cancelFollowing(tx, row, actId, `${row.reference} ended`);
      await finishTasksOf(tx, row.id, 'Left');
      await settleMarkerTasks(tx, 'A placement ended');
      await refreshReferral(tx, row.referral_id);
      await reviewWarnings(tx, [row.attributed_establishment_id], 'freed_only');
      return {
        outcome: { placementId: row.id, actId },
        audit: { subjectKind: 'placement', subjectId: row.id, pupilId: row.pupil_id, before: { state: row.state, lastOn: row.last_on }, after: { state, leftOn: input.leftOn, cancelled } },
      };
    },
  };
}

export const endPlacement = endingCommand('placement.end', (actor) => mayPlace(actor));
export const leavePlacement = endingCommand('placement.leave', runsProvider);
