import { z } from 'zod';
import { loadCalendars } from '@/lib/calendars/store';
import { dateInWords } from '@/lib/core/date-words';
import { invalid, invalidAll, notFoundRefusal } from '@/lib/core/refusal';
import { enterPupil } from '@/lib/pupils/enter-pupil';
import { textColumn } from '@/lib/server/columns';
import type { Command } from '@/lib/server/command';
import { type WriteTx, sql } from '@/lib/server/unit-of-work';
import { enterMainRoll, insertExclusion, insertReferral, schoolThatCounts } from '../enter-exclusion';
import { entryRightsOf } from '../entry-rights';
import { recordExclusionInput, SCHOOL_ELSEWHERE } from '../input';
import { mayRecordFor } from '../policy';
import { reasonSettings } from '../reason-settings';
import { meaningForAuthority } from '../rules/home-authority';
import { checkReasons } from '../rules/reason-codes';
import { localAuthorities, ownAuthorityCode, schoolsOpenOn } from '../school-choice';
import { dutyOf, exclusionById } from '../store';

type Entry = z.output<typeof recordExclusionInput>;

export interface RecordedExclusion {
  readonly exclusionId: string;
  readonly pupilId: string;
  /** Null when another authority has the duty: then there is a task instead. */
  readonly referralId: string | null;
}

/**
 * Records a permanent exclusion while the head is on the telephone, all in one transaction: the pupil (new, or taken from
 * the record under lock), the roll, the exclusion with its first event, and what follows from where the pupil lives: a
 * request for a place with its clock, or the task to tell the home authority (R24, R36a).
 */
export const recordExclusion: Command<typeof recordExclusionInput, RecordedExclusion> = {
  name: 'exclusion.record',
  input: recordExclusionInput,
  handle: async (tx, entry) => {
    const schoolId = entry.schoolId === SCHOOL_ELSEWHERE ? null : entry.schoolId;
    const { actor } = tx;
    if (!mayRecordFor(actor, schoolId)) throw notFoundRefusal();
    if (entry.excludedOn > tx.today) throw invalid('excludedOn', `Date of the exclusion must be ${dateInWords(tx.today)}, today, or earlier`);
    const own = await ownAuthorityCode(tx);
    const schoolAuthority = await authorityOfSchool(tx, entry, schoolId, own);
    const { set, codes } = await reasonsOf(tx, entry);
    const meaning = meaningForAuthority({ thisAuthority: own, homeAuthority: entry.homeAuthority, schoolAuthority });
    if (meaning.kind === 'not_ours') {
      throw invalid('homeAuthority', 'The pupil neither lives in this authority nor was excluded by one of its schools, so there is nothing to record here. Check the address and the school');
    }
    const pupilId = await enterPupil(tx, entry, entry.excludedOn, entryRightsOf(actor));
    await refuseDuplicate(tx, pupilId, entry);
    const { id: exclusionId, reference } = await insertExclusion(tx, {
      pupilId, establishmentId: schoolId, elsewhereSchool: schoolId === null ? entry.elsewhereSchool : null,
      elsewhereAuthority: schoolId === null ? entry.elsewhereAuthority : null, excludedOn: entry.excludedOn, excludedAt: entry.excludedAt,
      afternoonBegan: entry.afternoonBegan === 'yes', decidedBy: entry.decidedBy, reasonSet: set, reasons: codes, homeAuthority: entry.homeAuthority,
      noExamLeft: entry.noExamLeft, yearGroup: entry.yearGroup,
    });
    await refuseUncountable(tx, exclusionId);
    if (schoolId !== null) await enterMainRoll(tx, pupilId, schoolId, entry.excludedOn);
    const referralId = meaning.kind === 'tell_home_authority' ? null : await insertReferral(tx, {
      pupilId, route: 'permanent_exclusion', exclusionId, receivedOn: entry.excludedOn, wantedFrom: null, shareTenths: 10, askedFor: entry.askedFor,
      needs: entry.needs, establishmentId: meaning.countsToQuota ? await schoolThatCounts(tx, schoolId, entry.yearGroup, entry.excludedOn) : null,
    });
    if (referralId === null) await addTellTask(tx, { exclusionId, reference, pupilId, homeAuthority: entry.homeAuthority });
    return {
      outcome: { exclusionId, pupilId, referralId },
      audit: { subjectKind: 'exclusion', subjectId: exclusionId, pupilId, after: { school: schoolId ?? 'elsewhere', excludedOn: entry.excludedOn, meaning: meaning.kind } },
    };
  },
};

async function authorityOfSchool(tx: WriteTx, entry: Entry, schoolId: string | null, own: string): Promise<string> {
  if (schoolId !== null) {
    const open = await schoolsOpenOn(tx, entry.excludedOn);
    if (!open.some((school) => school.id === schoolId)) throw invalid('schoolId', `Choose a school of the authority that was open on ${dateInWords(entry.excludedOn)}`);
    return own;
  }
  const known = await localAuthorities(tx);
  if (!known.some((one) => one.code === entry.elsewhereAuthority)) throw invalid('elsewhereAuthority', 'Choose the authority the school is in');
  if (entry.elsewhereAuthority === own) throw invalid('elsewhereAuthority', 'This school is in this authority: choose it from the list of schools');
  return entry.elsewhereAuthority;
}

const REASON_FIELDS = ['mainReason', 'secondReason', 'thirdReason'] as const;

/** Reasons by the code set of the day of the exclusion (R18, R37, R38). */
async function reasonsOf(tx: WriteTx, entry: Entry): Promise<{ set: 'A' | 'B'; codes: string[] }> {
  const codes = REASON_FIELDS.map((field) => entry[field]).filter((code) => code !== '');
  const settings = await reasonSettings(tx, entry.excludedOn);
  const check = checkReasons(codes, entry.excludedOn, settings);
  if (check.kind === 'invalid') throw invalidAll(check.messages.map((message) => ({ field: 'mainReason', message })));
  return { set: check.reasons[0]?.codeSet === 'reasons-b' ? 'B' : 'A', codes };
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

interface ToTell { readonly exclusionId: string; readonly reference: string; readonly pupilId: string; readonly homeAuthority: string }

/** The home authority has the duty from day 6 and is told without delay, the same day (R3, R24). */
async function addTellTask(tx: WriteTx, one: ToTell): Promise<void> {
  await tx.execute(sql`
    INSERT INTO task (authority_id, kind, title, for_role, pupil_id, exclusion_id, due_on, created_at)
    SELECT ${tx.authorityId}, 'tell_home_authority', 'Tell ' || a.name || ', the home authority, of permanent exclusion ' || ${one.reference},
           'placement_officer', ${one.pupilId}::uuid, ${one.exclusionId}::uuid, ${tx.today}::date, ${tx.now}
      FROM local_authority a WHERE a.code = ${one.homeAuthority}`);
}
