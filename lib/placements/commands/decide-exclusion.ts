import { dateInWords } from '@/lib/core/date-words';
import { conflict, invalid, notFoundRefusal } from '@/lib/core/refusal';
import { decideInput } from '@/lib/exclusions/input';
import { mayKeepList } from '@/lib/exclusions/policy';
import { lockedExclusion } from '@/lib/exclusions/referral-lock';
import { setExclusionState } from '@/lib/exclusions/set-state';
import type { Command } from '@/lib/server/command';
import { reverseExclusion } from '../reverse-exclusion';

/** The governing board's decision (R29): upheld changes nothing for the pupil; reinstated ends everything in the same act. */
export const decideExclusion: Command<typeof decideInput, { exclusionId: string; decision: string }> = {
  name: 'exclusion.decide',
  input: decideInput,
  handle: async (tx, input) => {
    if (!mayKeepList(tx.actor)) throw notFoundRefusal();
    const exclusion = await lockedExclusion(tx, input.exclusionId, input.version);
    if (exclusion.state === 'reinstated' || exclusion.state === 'cancelled') throw conflict(`This exclusion is ${exclusion.state} already, so no decision can be added`);
    if (exclusion.state === 'upheld' && input.decision === 'upheld') throw conflict('This exclusion is recorded as upheld already');
    if (input.decidedOn > tx.today) throw invalid('decidedOn', 'Date of the decision must be today or earlier');
    if (input.decidedOn < exclusion.excluded_on) throw invalid('decidedOn', `Date of the decision must be ${dateInWords(exclusion.excluded_on)}, the day of the exclusion, or later`);
    await setExclusionState(tx, exclusion, { kind: input.decision, happenedOn: input.decidedOn, outcome: input.decisionNote });
    const words = 'Reinstated by the governing board';
    const reversed = input.decision === 'reinstated'
      ? await reverseExclusion(tx, exclusion, { act: 'reinstate', kind: 'reinstated', words, reason: input.decisionNote || words, seen: input.seen })
      : null;
    return {
      outcome: { exclusionId: exclusion.id, decision: input.decision },
      audit: { subjectKind: 'exclusion', subjectId: exclusion.id, pupilId: exclusion.pupil_id, before: { state: exclusion.state }, after: { state: input.decision, ...reversed } },
    };
  },
};
