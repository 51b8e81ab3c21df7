import { agreementYearOf } from '@/lib/calendars/rules/academic-year';
import { invalid } from '@/lib/core/refusal';
import { loadCalendars } from '@/lib/calendars/store';
import { type WriteTx, sql } from '@/lib/server/unit-of-work';
import { reasonCodes, reasonsOn } from './check-entry';
import type { CorrectedExclusion } from './correction-input';
import { dutyOf, exclusionById, type ExclusionRecord } from './store';

/**
 * Writes the corrected facts of a locked exclusion. The request was received, and the pupil on the roll, on the day of
 * the exclusion: they move with it. The phase follows the year group within one school year.
 * @throws Refused at `excludedOn` where the calendar does not reach the corrected day
 */
export async function correctExclusionRow(tx: WriteTx, exclusion: ExclusionRecord, to: CorrectedExclusion): Promise<void> {
  const check = await reasonsOn(tx, to, to.excludedOn);
  const set = check.kind === 'valid' && check.reasons[0]?.codeSet === 'reasons-b' ? 'B' : 'A';
  const isThisYear = agreementYearOf(to.excludedOn).label === agreementYearOf(tx.today).label;
  const phase = isThisYear ? (to.yearGroup >= 7 ? 'secondary' : 'primary') : exclusion.phase;
  await tx.execute(sql`
    UPDATE permanent_exclusion SET excluded_on = ${to.excludedOn}::date, excluded_at_time = ${to.excludedAt}, after_afternoon_began = ${to.afternoonBegan === 'yes'},
           decided_by = ${to.decidedBy}, reason_set = ${set}, reasons = ${reasonCodes(to)}, home_authority_code = ${to.homeAuthority}, no_exam_left = ${to.noExamLeft},
           phase = ${phase}, version = version + 1
     WHERE id = ${exclusion.id}::uuid`);
  await tx.execute(sql`
    UPDATE referral SET received_on = ${to.excludedOn}::date, version = version + 1
     WHERE exclusion_id = ${exclusion.id}::uuid AND received_on = ${exclusion.excluded_on}::date AND received_on <> ${to.excludedOn}::date`);
  await tx.execute(sql`
    UPDATE roll_entry SET last_on = greatest(first_on, ${to.excludedOn}::date - 1)
     WHERE pupil_id = ${exclusion.pupil_id}::uuid AND status = 'main' AND last_on = ${exclusion.excluded_on}::date - 1 AND last_on >= ${to.excludedOn}::date`);
  await tx.execute(sql`
    UPDATE roll_entry SET first_on = ${to.excludedOn}::date
     WHERE pupil_id = ${exclusion.pupil_id}::uuid AND establishment_id = ${exclusion.establishment_id}::uuid AND status = 'main'
       AND first_on = ${exclusion.excluded_on}::date AND first_on > ${to.excludedOn}::date
       AND (last_on IS NULL OR last_on >= first_on)`);
  const written = await exclusionById(tx, exclusion.id);
  const duty = written && dutyOf(await loadCalendars(tx), written);
  if (duty?.kind === 'refused') throw invalid('excludedOn', duty.message);
}
