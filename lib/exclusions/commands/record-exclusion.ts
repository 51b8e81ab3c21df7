import { z } from 'zod';
import { loadCalendars } from '@/lib/calendars/store';
import { dateInWords } from '@/lib/core/date-words';
import { type FieldProblem, invalid, invalidAll, notFoundRefusal } from '@/lib/core/refusal';
import { pupilProblems } from '@/lib/pupils/check-pupil';
import { enterPupil } from '@/lib/pupils/enter-pupil';
import { textColumn } from '@/lib/server/columns';
import type { Command } from '@/lib/server/command';
import { type ReadTx, type WriteTx, sql } from '@/lib/server/unit-of-work';
import { momentProblems, reasonCodes, reasonsOn, schoolProblems } from '../check-entry';
import { enterMainRoll, insertExclusion, insertReferral, schoolThatCounts } from '../enter-exclusion';
import { entryRightsOf } from '../entry-rights';
import { recordExclusionInput, SCHOOL_ELSEWHERE } from '../input';
import { mayRecordFor } from '../policy';
import { meaningForAuthority } from '../rules/home-authority';
import { ownAuthorityCode } from '../school-choice';
import { addTellTask } from '../tell-home-authority';
import { dutyOf, exclusionById } from '../store';

type Entry = z.output<typeof recordExclusionInput>;

export interface RecordedExclusion {
  readonly exclusionId: string;
  readonly pupilId: string;
  readonly referralId: string;
}

/**
 * Records a permanent exclusion while the head is on the telephone, all in one transaction: the pupil (new, or taken from
 * the record under lock), the roll, the exclusion with its first event, and the request that puts the pupil on the list.
 * Where another authority has the duty no clock runs, and the task to tell it closes the request (R24, R36a).
 */
export const recordExclusion: Command<typeof recordExclusionInput, RecordedExclusion> = {
  name: 'exclusion.record',
  input: recordExclusionInput,
  check: entryProblems,
  handle: async (tx, entry) => {
    const schoolId = entry.schoolId === SCHOOL_ELSEWHERE ? null : entry.schoolId;
    const { actor } = tx;
    if (!mayRecordFor(actor, schoolId)) throw notFoundRefusal();
    const problems = await entryProblems(tx, entry);
    if (problems.length > 0) throw invalidAll(problems);
    const own = await ownAuthorityCode(tx);
    const meaning = meaningForAuthority({ thisAuthority: own, homeAuthority: entry.homeAuthority, schoolAuthority: schoolId === null ? entry.elsewhereAuthority : own });
    const pupilId = await enterPupil(tx, entry, entry.excludedOn, entryRightsOf(actor));
    await refuseDuplicate(tx, pupilId, entry);
    const { id: exclusionId, reference } = await insertExclusion(tx, {
      pupilId, establishmentId: schoolId, elsewhereSchool: schoolId === null ? entry.elsewhereSchool : null,
      elsewhereAuthority: schoolId === null ? entry.elsewhereAuthority : null, excludedOn: entry.excludedOn, excludedAt: entry.excludedAt,
      afternoonBegan: entry.afternoonBegan === 'yes', decidedBy: entry.decidedBy, reasonSet: await reasonSetOf(tx, entry), reasons: reasonCodes(entry), homeAuthority: entry.homeAuthority,
      noExamLeft: entry.noExamLeft, yearGroup: entry.yearGroup,
      checked: [entry.dayChecked, entry.timeChecked].filter((question) => question !== ''),
    });
    await refuseUncountable(tx, exclusionId);
    if (schoolId !== null) await enterMainRoll(tx, pupilId, schoolId, entry.excludedOn);
    const referralId = await insertReferral(tx, {
      pupilId, route: 'permanent_exclusion', exclusionId, receivedOn: entry.excludedOn, wantedFrom: null, shareTenths: 10, askedFor: entry.askedFor,
      needs: entry.needs, establishmentId: meaning.countsToQuota ? await schoolThatCounts(tx, schoolId, entry.yearGroup, entry.excludedOn) : null,
    });
    if (meaning.kind === 'tell_home_authority') await addTellTask(tx, { exclusionId, reference, pupilId, homeAuthority: entry.homeAuthority });
    return {
      outcome: { exclusionId, pupilId, referralId },
      audit: { subjectKind: 'exclusion', subjectId: exclusionId, pupilId, after: { school: schoolId ?? 'elsewhere', excludedOn: entry.excludedOn, meaning: meaning.kind } },
    };
  },
};

/** Everything that takes the record to see, over the fields that could be read; nothing for who may not record for the school. */
async function entryProblems(tx: ReadTx, entry: Partial<Entry>): Promise<FieldProblem[]> {
  const schoolId = entry.schoolId === SCHOOL_ELSEWHERE ? null : (entry.schoolId ?? null);
  if (!mayRecordFor(tx.actor, schoolId)) return [];
  const on = entry.excludedOn === undefined || entry.excludedOn > tx.today ? tx.today : entry.excludedOn;
  return [
    ...(await momentProblems(tx, entry, schoolId)), ...(await schoolProblems(tx, entry)), ...(await pupilProblems(tx, entry, on)), ...(await notOurs(tx, entry)),
  ];
}

async function notOurs(tx: ReadTx, { schoolId, elsewhereAuthority, homeAuthority }: Partial<Entry>): Promise<FieldProblem[]> {
  if (schoolId !== SCHOOL_ELSEWHERE || !elsewhereAuthority || homeAuthority === undefined) return [];
  const meaning = meaningForAuthority({ thisAuthority: await ownAuthorityCode(tx), homeAuthority, schoolAuthority: elsewhereAuthority });
  if (meaning.kind !== 'not_ours') return [];
  return [{ field: 'homeAuthority', message: 'The pupil neither lives in this authority nor was excluded by one of its schools, so there is nothing to record here. Check the address and the school' }];
}

async function reasonSetOf(tx: ReadTx, entry: Entry): Promise<'A' | 'B'> {
  const check = await reasonsOn(tx, entry, entry.excludedOn);
  return check.kind === 'valid' && check.reasons[0]?.codeSet === 'reasons-b' ? 'B' : 'A';
}

async function refuseDuplicate(tx: WriteTx, pupilId: string, entry: Entry): Promise<void> {
  const earlier = await tx.row(z.object({ reference: textColumn }), sql`
    SELECT reference FROM permanent_exclusion WHERE pupil_id = ${pupilId}::uuid AND excluded_on = ${entry.excludedOn}::date AND state <> 'cancelled'`);
  if (earlier) {
    throw invalid('excludedOn', `The exclusion of this pupil on ${dateInWords(entry.excludedOn)} is on record already as ${earlier.reference}. Open it instead of recording it again`);
  }
}

/** No clock is started on a calendar that does not reach: the message names the calendar and the year. */
async function refuseUncountable(tx: WriteTx, exclusionId: string): Promise<void> {
  const exclusion = await exclusionById(tx, exclusionId);
  const duty = exclusion && dutyOf(await loadCalendars(tx), exclusion);
  if (duty?.kind === 'refused') throw invalid('excludedOn', duty.message);
}
