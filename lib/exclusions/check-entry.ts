import { loadCalendars } from '@/lib/calendars/store';
import { dateInWords } from '@/lib/core/date-words';
import type { FieldProblem } from '@/lib/core/refusal';
import { loadSettings } from '@/lib/organisations/settings';
import type { ReadTx } from '@/lib/server/unit-of-work';
import type { z } from 'zod';
import { type recordExclusionInput, SCHOOL_ELSEWHERE } from './input';
import { reasonSettings } from './reason-settings';
import { afternoonQuestion, noSchoolDayQuestion } from './rules/moment-questions';
import { checkReasons, type ReasonsCheck } from './rules/reason-codes';
import { localAuthorities, ownAuthorityCode, schoolsOpenOn } from './school-choice';
import { countingDays } from './store';

type Entry = z.output<typeof recordExclusionInput>;
export type TypedReasons = Pick<Entry, 'mainReason' | 'secondReason' | 'thirdReason'>;
type Moment = Pick<Entry, 'excludedOn' | 'excludedAt' | 'afternoonBegan' | 'dayChecked' | 'timeChecked'>;

/** Problems of the day and time of an exclusion and of its reasons, each at its field, over what could be read. */
export async function momentProblems(tx: ReadTx, entry: Partial<Moment & TypedReasons>, establishmentId: string | null): Promise<FieldProblem[]> {
  const { excludedOn } = entry;
  if (excludedOn === undefined) return [];
  if (excludedOn > tx.today) return [{ field: 'excludedOn', message: `Date of the exclusion must be ${dateInWords(tx.today)}, today, or earlier` }];
  const reasons = entry.mainReason === undefined ? null : await reasonsOn(tx, { secondReason: '', thirdReason: '', ...entry, mainReason: entry.mainReason }, excludedOn);
  return [
    ...(await questions(tx, { ...entry, excludedOn }, establishmentId)),
    ...(reasons?.kind === 'invalid' ? [{ field: 'mainReason', message: reasons.messages.join('. ') }] : []),
  ];
}

/** What the answers about the moment leave open; a tick at the very question answers it. */
async function questions(tx: ReadTx, entry: Partial<Moment> & Pick<Moment, 'excludedOn'>, establishmentId: string | null): Promise<FieldProblem[]> {
  const days = countingDays(await loadCalendars(tx), { establishment_id: establishmentId });
  const { excludedOn, excludedAt, afternoonBegan } = entry;
  const ofDay = noSchoolDayQuestion(days, excludedOn);
  const ofTime = excludedAt === undefined || afternoonBegan === undefined ? null
    : afternoonQuestion(days, { excludedOn, excludedAt, afternoonBegan: afternoonBegan === 'yes' }, (await loadSettings(tx)).afternoon_session_starts_at);
  return [
    ...(ofDay !== null && ofDay !== entry.dayChecked ? [{ field: 'dayChecked', message: ofDay }] : []),
    ...(ofTime !== null && ofTime !== entry.timeChecked ? [{ field: 'timeChecked', message: ofTime }] : []),
  ];
}

/** The reasons given, the main one first. */
export function reasonCodes(typed: TypedReasons): string[] {
  return [typed.mainReason, typed.secondReason, typed.thirdReason].filter((code) => code !== '');
}

/** Reasons by the code set of the day of the exclusion (R18, R37, R38). */
export async function reasonsOn(tx: ReadTx, typed: TypedReasons, on: Entry['excludedOn']): Promise<ReasonsCheck> {
  return checkReasons(reasonCodes(typed), on, await reasonSettings(tx, on));
}

type School = Pick<Entry, 'excludedOn' | 'schoolId' | 'elsewhereAuthority'>;

/** Problems of the school: one of the authority that was open that day, or one elsewhere with its authority. */
export async function schoolProblems(tx: ReadTx, { excludedOn, schoolId, elsewhereAuthority }: Partial<School>): Promise<FieldProblem[]> {
  if (schoolId === undefined || excludedOn === undefined) return [];
  if (schoolId !== SCHOOL_ELSEWHERE) {
    const open = await schoolsOpenOn(tx, excludedOn);
    return open.some((school) => school.id === schoolId) ? [] : [{ field: 'schoolId', message: `Choose a school of the authority that was open on ${dateInWords(excludedOn)}` }];
  }
  const known = await localAuthorities(tx);
  if (!known.some((one) => one.code === elsewhereAuthority)) return [{ field: 'elsewhereAuthority', message: 'Choose the authority the school is in' }];
  return elsewhereAuthority === (await ownAuthorityCode(tx)) ? [{ field: 'elsewhereAuthority', message: 'This school is in this authority: choose it from the list of schools' }] : [];
}
