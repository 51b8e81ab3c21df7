import { conflict, notFoundRefusal } from '@/lib/core/refusal';
import { correctionProblems, isOlder, OLDER_AND_UNREADABLE, pupilAsCorrected, refuseOlder, refuseAny, settleCorrection, standingOf } from '@/lib/exclusions/correcting';
import { correctPupilInput } from '@/lib/exclusions/correction-input';
import { insertCorrection } from '@/lib/exclusions/correction-store';
import { mayKeepList } from '@/lib/exclusions/policy';
import { exclusionToCorrect } from '@/lib/exclusions/queries/correction-form';
import { careOf, correctPupilRow } from '@/lib/pupils/correct-pupil';
import type { Command } from '@/lib/server/command';
import { carryNeeds } from '../carry-needs';
import { recountPlacements } from '../recount-placements';
import { lockForPlacement } from '../change';

/** Puts right the details of a pupil who has no exclusion to correct with them: dated, with a reason, and what stood before kept. */
export const correctPupil: Command<typeof correctPupilInput, { pupilId: string }> = {
  name: 'pupil.correct',
  input: correctPupilInput,
  check: async (tx, fields) => {
    const before = mayKeepList(tx.actor) && fields.pupilId !== undefined ? await standingOf(tx, fields.pupilId, null) : null;
    if (before === null) return [];
    return isOlder(before, fields) ? [OLDER_AND_UNREADABLE] : correctionProblems(tx, fields, before);
  },
  handle: async (tx, typed) => {
    if (!mayKeepList(tx.actor)) throw notFoundRefusal();
    await lockForPlacement(tx, typed.pupilId, []);
    const before = await standingOf(tx, typed.pupilId, null);
    if (!before) throw notFoundRefusal();
    if ((await exclusionToCorrect(tx, typed.pupilId, null)) !== null) throw conflict('An exclusion of this pupil was recorded while you had the page open. Open the page again: the exclusion is corrected with the pupil');
    refuseOlder(before, { ...typed, exclusionVersion: null }, null);
    refuseAny(await correctionProblems(tx, typed, before));
    await correctPupilRow(tx, typed.pupilId, pupilAsCorrected(typed, before), typed.homeAuthority);
    await carryNeeds(tx, before.pupil, typed.needs);
    await recountPlacements(tx, before, typed.correctionReason);
    const after = await standingOf(tx, typed.pupilId, null);
    if (!after) throw notFoundRefusal();
    const { changes, effects } = settleCorrection(before, after, { ...typed, exclusionVersion: null });
    await insertCorrection(tx, { pupilId: typed.pupilId, exclusionId: null, reason: typed.correctionReason, changes });
    return {
      outcome: { pupilId: typed.pupilId },
      audit: {
        subjectKind: 'pupil', subjectId: typed.pupilId, pupilId: typed.pupilId,
        before: { bornOn: before.pupil.born_on, yearGroup: before.pupil.year_group, homeAuthority: before.pupil.home_authority_code, ...careOf(before.pupil) },
        after: { bornOn: typed.bornOn, yearGroup: typed.yearGroup, homeAuthority: typed.homeAuthority, ...careOf(after.pupil), corrected: changes.map((one) => one.label), follows: effects.map((one) => one.label) },
      },
    };
  },
};
