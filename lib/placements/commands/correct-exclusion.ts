import { z } from 'zod';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { dateInWords } from '@/lib/core/date-words';
import { conflict, type FieldProblem, notFoundRefusal } from '@/lib/core/refusal';
import { momentProblems, reasonCodes, schoolProblems } from '@/lib/exclusions/check-entry';
import { correctionProblems, isOlder, movesHome, OLDER_AND_UNREADABLE, pupilAsCorrected, refuseAny, refuseOlder, settleCorrection, type Standing, standingOf } from '@/lib/exclusions/correcting';
import { type CorrectedExclusion, correctExclusionInput } from '@/lib/exclusions/correction-input';
import { insertCorrection } from '@/lib/exclusions/correction-store';
import { correctExclusionRow } from '@/lib/exclusions/correct-exclusion-row';
import { mayCorrectExclusion } from '@/lib/exclusions/queries/correction-form';
import { exclusionFacts } from '@/lib/exclusions/corrected-facts';
import { meaningForAuthority } from '@/lib/exclusions/rules/home-authority';
import { ownAuthorityCode } from '@/lib/exclusions/school-choice';
import { type ExclusionRecord, exclusionById } from '@/lib/exclusions/store';
import { addTellTask, withdrawTellTask } from '@/lib/exclusions/tell-home-authority';
import { careOf, correctPupilRow } from '@/lib/pupils/correct-pupil';
import { dateColumn, textColumn, uuidColumn } from '@/lib/server/columns';
import type { Command } from '@/lib/server/command';
import { type ReadTx, type WriteTx, sql } from '@/lib/server/unit-of-work';
import { carryNeeds } from '../carry-needs';
import { lockForPlacement } from '../change';
import { recountPlacements } from '../recount-placements';

/**
 * Puts right an exclusion with its pupil's details: dated, with a reason, what stood before kept. Clock, home authority
 * and attribution follow from the corrected facts; where that changes a day, a duty or a quota the person ticks it first.
 */
export const correctExclusion: Command<typeof correctExclusionInput, { pupilId: string; exclusionId: string }> = {
  name: 'exclusion.correct',
  input: correctExclusionInput,
  check: async (tx, fields) => {
    const before = fields.pupilId !== undefined && fields.exclusionId !== undefined ? await standingOf(tx, fields.pupilId, fields.exclusionId) : null;
    if (!before?.exclusion || !(await mayCorrectExclusion(tx, before.exclusion))) return [];
    return isOlder(before, fields) ? [OLDER_AND_UNREADABLE] : problemsOf(tx, fields, { ...before, exclusion: before.exclusion });
  },
  handle: async (tx, typed) => {
    const before = await lockedStanding(tx, typed);
    refuseOlder(before, typed, exclusionFacts(typed, reasonCodes(typed)));
    refuseAny(await problemsOf(tx, typed, before));
    const { pupil, exclusion } = before;
    await correctPupilRow(tx, pupil.id, pupilAsCorrected(typed, before), movesHome(before) ? typed.homeAuthority : null);
    await carryNeeds(tx, pupil, typed.needs);
    await correctExclusionRow(tx, exclusion, typed);
    await followHomeAuthority(tx, exclusion);
    await recountPlacements(tx, before, typed.correctionReason);
    const after = await standingOf(tx, pupil.id, exclusion.id);
    if (!after) throw notFoundRefusal();
    const { changes, effects } = settleCorrection(before, after, typed);
    await insertCorrection(tx, { pupilId: pupil.id, exclusionId: exclusion.id, reason: typed.correctionReason, changes });
    return {
      outcome: { pupilId: pupil.id, exclusionId: exclusion.id },
      audit: {
        subjectKind: 'exclusion', subjectId: exclusion.id, pupilId: pupil.id, before: codesOf(before),
        after: { ...codesOf(after), corrected: changes.map((one) => one.label), follows: effects.map((one) => one.label) },
      },
    };
  },
};

type Corrected = Standing & { readonly exclusion: ExclusionRecord };

/** Locks in the order of the other acts on an exclusion: the exclusion, the pupil, the sites. */
async function lockedStanding(tx: WriteTx, typed: CorrectedExclusion): Promise<Corrected> {
  await tx.execute(sql`SELECT 1 FROM permanent_exclusion WHERE id = ${typed.exclusionId}::uuid FOR UPDATE`);
  const exclusion = await exclusionById(tx, typed.exclusionId);
  if (!exclusion || exclusion.pupil_id !== typed.pupilId || !(await mayCorrectExclusion(tx, exclusion))) throw notFoundRefusal();
  const sites = await tx.rows(z.object({ site_id: uuidColumn }), sql`SELECT DISTINCT site_id FROM placement WHERE pupil_id = ${exclusion.pupil_id}::uuid`);
  await lockForPlacement(tx, exclusion.pupil_id, sites.map((one) => one.site_id));
  const standing = await standingOf(tx, exclusion.pupil_id, exclusion.id);
  if (!standing?.exclusion) throw notFoundRefusal();
  return { ...standing, exclusion: standing.exclusion };
}

/** A question that was answered when the exclusion was recorded is asked again only where its own answer is corrected. */
async function problemsOf(tx: ReadTx, fields: Partial<CorrectedExclusion>, before: Corrected): Promise<FieldProblem[]> {
  const { exclusion } = before;
  const answered = [
    ...(fields.excludedOn === exclusion.excluded_on ? ['dayChecked'] : []),
    ...(fields.excludedAt === exclusion.excluded_at_time && (fields.afternoonBegan === 'yes') === exclusion.after_afternoon_began ? ['timeChecked'] : []),
  ];
  const ofMoment = (await momentProblems(tx, { ...fields, excludedAt: fields.excludedAt ?? undefined }, exclusion.establishment_id)).filter((one) => !answered.includes(one.field ?? ''));
  const isPast = fields.excludedOn !== undefined && fields.excludedOn <= tx.today;
  const wasShut = isPast && exclusion.establishment_id !== null && (await schoolProblems(tx, { excludedOn: fields.excludedOn, schoolId: exclusion.establishment_id })).length > 0;
  const lostTime = fields.excludedAt === null && exclusion.excluded_at_time !== null;
  return [
    ...(lostTime ? [{ field: 'excludedAt', message: 'Enter the time of the exclusion: the clock counts from it' }] : []),
    ...ofMoment, ...(wasShut ? [{ field: 'excludedOn', message: `${exclusion.establishment_name} was not open as a school on that day. Check the date with the school` }] : []),
    ...(isPast && fields.excludedOn !== undefined ? await dateProblems(tx, exclusion, fields.excludedOn) : []),
    ...(await correctionProblems(tx, fields, before)), ...(await notOurs(tx, fields, exclusion)),
  ];
}

const act = z.object({ on: dateColumn, what: textColumn });

/** The corrected date may not be that of another exclusion of the pupil, nor later than what followed from it. */
async function dateProblems(tx: ReadTx, exclusion: ExclusionRecord, on: CalendarDate): Promise<FieldProblem[]> {
  const other = await tx.row(z.object({ reference: textColumn }), sql`
    SELECT reference FROM permanent_exclusion
     WHERE pupil_id = ${exclusion.pupil_id}::uuid AND id <> ${exclusion.id}::uuid AND excluded_on = ${on}::date AND state <> 'cancelled' AND withdrawn_at IS NULL`);
  if (other) return [{ field: 'excludedOn', message: `The exclusion of this pupil on ${dateInWords(on)} is on record already as ${other.reference}` }];
  const earliest = await tx.row(act, sql`
    SELECT "on", what FROM (
      SELECT v.happened_on AS "on", 'a talk or decision about it' AS what FROM exclusion_event v WHERE v.exclusion_id = ${exclusion.id}::uuid AND v.kind <> 'recorded'
      UNION ALL SELECT p.first_on, 'the first day of a place' FROM placement p
                  JOIN referral r ON r.authority_id = p.authority_id AND r.id = p.referral_id
                 WHERE r.exclusion_id = ${exclusion.id}::uuid AND p.state <> 'cancelled') AS acts ORDER BY "on" LIMIT 1`);
  if (!earliest || earliest.on >= on) return [];
  return [{ field: 'excludedOn', message: `Date of the exclusion must be ${dateInWords(earliest.on)} or earlier: ${earliest.what} is on record for that day` }];
}

async function notOurs(tx: ReadTx, { homeAuthority }: Partial<CorrectedExclusion>, exclusion: ExclusionRecord): Promise<FieldProblem[]> {
  if (homeAuthority === undefined || (await meaningOf(tx, exclusion, homeAuthority)) !== 'not_ours') return [];
  return [{ field: 'homeAuthority', message: 'The school is in another authority, so the pupil must live in this one. Where the record is not ours at all, have the head cancel the exclusion' }];
}

async function meaningOf(tx: ReadTx, exclusion: ExclusionRecord, homeAuthority: string): Promise<string> {
  const own = await ownAuthorityCode(tx);
  return meaningForAuthority({ thisAuthority: own, homeAuthority, schoolAuthority: exclusion.elsewhere_authority_code ?? own }).kind;
}

/** Another home authority is told; one that is this authority after all is told no more (R24). */
async function followHomeAuthority(tx: WriteTx, before: ExclusionRecord): Promise<void> {
  const now = await exclusionById(tx, before.id);
  if (!now || now.home_authority_code === before.home_authority_code || now.state === 'reinstated' || now.state === 'cancelled') return;
  await withdrawTellTask(tx, now.id, 'Not needed: the home authority was corrected');
  if ((await meaningOf(tx, now, now.home_authority_code)) !== 'tell_home_authority') return;
  const held = await tx.rows(z.object({ reference: textColumn, site: textColumn }), sql`
    SELECT p.reference, s.name AS site FROM placement p
      JOIN referral r ON r.authority_id = p.authority_id AND r.id = p.referral_id
      JOIN site s ON s.authority_id = p.authority_id AND s.id = p.site_id
     WHERE r.exclusion_id = ${now.id}::uuid AND p.state IN ('proposed', 'accepted', 'concern', 'not_arrived', 'started') ORDER BY p.reference`);
  if (held.length > 0) {
    throw conflict('The pupil has a place under this exclusion, and another authority would have the duty. Cancel or end the place first, then correct the home authority',
      held.map((one) => `${one.reference} at ${one.site}`));
  }
  await addTellTask(tx, { exclusionId: now.id, reference: now.reference, pupilId: now.pupil_id, homeAuthority: now.home_authority_code });
}

function codesOf({ pupil, exclusion }: Standing) {
  return {
    bornOn: pupil.born_on, yearGroup: pupil.year_group, excludedOn: exclusion?.excluded_on, excludedAt: exclusion?.excluded_at_time,
    afternoonBegan: exclusion?.after_afternoon_began, reasons: exclusion?.reasons, homeAuthority: exclusion?.home_authority_code, noExamLeft: exclusion?.no_exam_left,
    ...careOf(pupil),
  };
}
