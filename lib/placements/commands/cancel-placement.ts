import { notFoundRefusal } from '@/lib/core/refusal';
import type { Command } from '@/lib/server/command';
import { newFormKey } from '@/lib/server/random';
import { applyChange, lockedPlacement, nextState } from '../change';
import { cancelInput } from '../input';
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
    await refreshReferral(tx, row.referral_id);
    return {
      outcome: { placementId: row.id, actId },
      audit: { subjectKind: 'placement', subjectId: row.id, pupilId: row.pupil_id, before: { state: row.state }, after: { state }, reason: input.reason },
    };
  },
};
