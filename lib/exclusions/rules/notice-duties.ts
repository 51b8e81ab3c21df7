import { type CalendarDate, calendarDate } from '@/lib/core/calendar-date';
import type { SchoolDays } from '@/lib/calendars/rules/school-days';
import type { ExclusionKind, ExclusionMoment } from '../types';
import { firstDayOfExclusion } from './first-day';
import { isMoreThanDays } from './half-days';
import { wallClock } from './wall-clock';

export type Notified = 'parent' | 'authority' | 'home_authority' | 'social_worker' | 'virtual_school_head' | 'governing_board';

/** When somebody has to be told. "Without delay" has no hours in law: due the same school day, late from the next (R3). */
export type NoticeTime =
  | { readonly kind: 'without_delay'; readonly dueOn: CalendarDate; readonly lateFrom: CalendarDate }
  | { readonly kind: 'end_of_afternoon_session'; readonly dueOn: CalendarDate; readonly dueAt: string }
  | { readonly kind: 'once_a_term' };

export interface NoticeDuty {
  readonly who: Notified;
  readonly rule: 'R20' | 'R21' | 'R22' | 'R23' | 'R24' | 'R25';
  readonly what: string;
  readonly when: NoticeTime;
}

/** What decides who must be told. */
export interface NoticeFacts extends ExclusionMoment {
  readonly kind: ExclusionKind;
  /** `hh:mm` at which the afternoon session ends. */
  readonly afternoonSessionEndsAt: string;
  /** Sessions of suspension in the term, this one included (R10, R11); not looked at for a permanent exclusion. */
  readonly termSessions: number;
  readonly losesPublicExamOrTest: boolean;
  readonly socialWorker: boolean;
  readonly lookedAfter: boolean;
  readonly homeAuthorityElsewhere: boolean;
  /** On the day of the decision the pupil is 18 or over and is told in place of the parent. */
  readonly pupilIsAdult: boolean;
}

/** R22 and R23 hold from 1 September 2022 (SI 2022/788); an event is judged by the rules of its day (R1). */
const SI_2022_788 = calendarDate('2022-09-01');

/**
 * Who must be told of an exclusion, and by when (R20 to R25). `days` are the excluding school's.
 * Throws CountRefused when that calendar does not reach.
 */
export function noticeDuties(days: SchoolDays, facts: NoticeFacts): NoticeDuty[] {
  const when = withoutDelay(days, facts.excludedOn);
  const permanent = facts.kind === 'permanent';
  const { firstDay } = firstDayOfExclusion(days, facts);
  const parent = facts.pupilIsAdult ? 'The pupil (18 or over)' : 'The parent';
  const duties: NoticeDuty[] = [
    { who: 'parent', rule: 'R20', when, what: `${parent}: the period and the reasons, then in writing the right to make representations and how` },
    {
      who: 'parent',
      rule: 'R21',
      when: { kind: 'end_of_afternoon_session', dueOn: firstDay, dueAt: wallClock(facts.afternoonSessionEndsAt) },
      what: `${parent}, in writing: the days the pupil must not be in a public place, and the education from day 6 if it is known`,
    },
  ];
  const from2022 = facts.excludedOn >= SI_2022_788;
  if (permanent || from2022) duties.push({ who: 'authority', rule: 'R22', when, what: 'The authority: the exclusion, its length and its reasons' });
  if (from2022 && facts.socialWorker) duties.push({ who: 'social_worker', rule: 'R23', when, what: 'The social worker: the exclusion, its length and its reasons' });
  if (from2022 && facts.lookedAfter) duties.push({ who: 'virtual_school_head', rule: 'R23', when, what: 'The Virtual School Head: the exclusion, its length and its reasons' });
  if (permanent && facts.homeAuthorityElsewhere) duties.push({ who: 'home_authority', rule: 'R24', when, what: 'The home authority: the permanent exclusion; it has the duty from day 6' });
  return [...duties, boardDuty(facts, when)];
}

/** R25: without delay for the grave ones, else once a term. */
function boardDuty(facts: NoticeFacts, when: NoticeTime): NoticeDuty {
  const grave = facts.kind === 'permanent' || facts.losesPublicExamOrTest || isMoreThanDays(facts.termSessions, 5);
  return {
    who: 'governing_board',
    rule: 'R25',
    what: 'The governing board: the exclusion, its length and its reasons',
    when: grave ? when : { kind: 'once_a_term' },
  };
}

/** R3: due on the school day itself, late from the next one. A decision on a day without school is due on the next school day. */
export function withoutDelay(days: SchoolDays, eventOn: CalendarDate): NoticeTime {
  const dueOn = days.nextSchoolDayOnOrAfter(eventOn);
  return { kind: 'without_delay', dueOn, lateFrom: days.nthSchoolDayAfter(dueOn, 1) };
}
