import { notFoundRefusal } from '@/lib/core/refusal';
import type { Command } from '@/lib/server/command';
import { newFormKey } from '@/lib/server/random';
import { reviewWarnings } from '../chair-warning';
import { applyChange, lockedPlacement, nextState } from '../change';
import { cancelFollowing } from '../following';
import { finishTasksOf } from '../finish-tasks';
import { cancelInput } from '../input';
import { settleMarkerTasks } from '../marker-tasks';
import { mayPlace } from '../policy';
import { refreshReferral } from '../referral-state';

/** Cancels a placement that has not started: the place is free again and the pupil is back on the list. */
export const cancelPlacement: Command<typeof cancelInput, { placementId: string; actId: string }> = {
  name: 'placement.cancel',
  input: cancelInput,
  handle: async (tx, input) => {
    if (!mayPlace(tx.actor)) throw notFoundRefusal();
    const row = await lockedPlacement(tx, input.placementId, input.version);
    const state = nextState(row, 'cancel');
    const actId = newFormKey();
    await applyChange(tx, row, { state }, { act: 'cancel', actId, reason: input.reason });
    const cancelled = await cancelFollowing(tx, row, actId, `${row.reference} was cancelled`);
    await finishTasksOf(tx, row.id, 'Cancelled');
    await settleMarkerTasks(tx, 'A placement was cancelled');
    await refreshReferral(tx, row.referral_id);
    await reviewWarnings(tx, [row.attributed_establishment_id], 'freed_only');
    return {
      outcome: { placementId: row.id, actId },
      audit: { subjectKind: 'placement', subjectId: row.id, pupilId: row.pupil_id, before: { state: row.state }, after: { state, cancelled }, reason: input.reason },
    };
  },
};
