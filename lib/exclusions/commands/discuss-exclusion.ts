import { conflict, invalid, notFoundRefusal } from '@/lib/core/refusal';
import type { Command } from '@/lib/server/command';
import { sql } from '@/lib/server/unit-of-work';
import { discussInput } from '../input';
import { mayKeepList } from '../policy';
import { lockedReferral } from '../referral-lock';
import { exclusionById } from '../store';

/**
 * Records a talk with the school: what was challenged, the alternatives offered, and whether the exclusion goes on.
 * The clock runs on whatever is said.
 */
export const discussExclusion: Command<typeof discussInput, { referralId: string }> = {
  name: 'exclusion.discuss',
  input: discussInput,
  handle: async (tx, input) => {
    if (!mayKeepList(tx.actor)) throw notFoundRefusal();
    const referral = await lockedReferral(tx, input.referralId, input.referralVersion);
    const exclusion = referral.exclusion_id === null ? null : await exclusionById(tx, referral.exclusion_id);
    if (!exclusion) throw notFoundRefusal();
    if (referral.state !== 'waiting' && referral.state !== 'talking') throw conflict('This pupil is no longer waiting, so there is nothing to talk over. Open the pupil to see where they are');
    if (input.happenedOn > tx.today) throw invalid('happenedOn', 'Date of the talk must be today or earlier');
    if (input.happenedOn < exclusion.excluded_on) throw invalid('happenedOn', 'Date of the talk must be the day of the exclusion or later');
    const state = input.outcome === 'being_reconsidered' ? 'talking' : 'waiting';
    const outcome = input.outcome === 'being_reconsidered' ? 'Being reconsidered' : 'The exclusion goes on';
    await tx.execute(sql`
      INSERT INTO exclusion_event (authority_id, exclusion_id, kind, happened_on, with_whom, challenge, alternatives, outcome, recorded_by, recorded_at)
      VALUES (${tx.authorityId}, ${exclusion.id}::uuid, 'challenge', ${input.happenedOn}::date, ${input.withWhom}, ${input.challenge},
              ${input.alternatives}, ${input.note === '' ? outcome : `${outcome}. ${input.note}`}, ${tx.actor.personId}::uuid, ${tx.now})`);
    await tx.execute(sql`UPDATE referral SET state = ${state}, version = version + 1 WHERE id = ${referral.id}::uuid`);
    return {
      outcome: { referralId: referral.id },
      audit: { subjectKind: 'exclusion', subjectId: exclusion.id, pupilId: exclusion.pupil_id, before: { referral: referral.state }, after: { referral: state } },
    };
  },
};
