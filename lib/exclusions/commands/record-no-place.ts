import { conflict, notFoundRefusal } from '@/lib/core/refusal';
import type { Command } from '@/lib/server/command';
import { sql } from '@/lib/server/unit-of-work';
import { refuseIfOtherAuthoritys } from '../authority-with-duty';
import { noPlaceInput } from '../input';
import { mayKeepList } from '../policy';
import { lockedReferral } from '../referral-lock';

/** Nothing fits today: which sites were asked, and the next action. The pupil stays on the list. */
export const recordNoPlace: Command<typeof noPlaceInput, { referralId: string }> = {
  name: 'referral.no_place',
  input: noPlaceInput,
  handle: async (tx, input) => {
    if (!mayKeepList(tx.actor)) throw notFoundRefusal();
    const referral = await lockedReferral(tx, input.referralId, input.referralVersion);
    if (referral.state === 'closed' || referral.state === 'met') throw conflict('This pupil is no longer waiting for a place');
    await refuseIfOtherAuthoritys(tx, referral, 'no place is looked for here');
    await tx.execute(sql`UPDATE referral SET no_place_note = ${input.note}, next_action = ${input.nextAction}, version = version + 1 WHERE id = ${referral.id}::uuid`);
    return {
      outcome: { referralId: referral.id },
      audit: { subjectKind: 'referral', subjectId: referral.id, pupilId: referral.pupil_id, after: { noPlaceFound: true } },
    };
  },
};
