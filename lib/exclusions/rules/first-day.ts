import type { CalendarDate } from '@/lib/core/calendar-date';
import type { SchoolDays } from '@/lib/calendars/rules/school-days';
import type { LeftOutDay } from '@/lib/calendars/types';
import type { ExclusionMoment } from '../types';
import { wallClock } from './wall-clock';

/** Day 1 of an exclusion, and the day of the decision when that is not counted although it is a school day. */
export interface FirstDay {
  readonly firstDay: CalendarDate;
  readonly before: readonly LeftOutDay[];
}

/**
 * R8 (EIA 2006 s.103(7)): excluded on a school day before the afternoon session begins, that day is
 * day 1; from the moment it has begun, or on a day that is no school day, day 1 is the next school
 * day of the excluding school (R5). Throws CountRefused when the calendar does not reach.
 */
export function firstDayOfExclusion(days: SchoolDays, moment: ExclusionMoment): FirstDay {
  const { excludedOn } = moment;
  const [at, afternoon] = [wallClock(moment.excludedAt), wallClock(moment.afternoonSessionStartsAt)];
  if (!days.isSchoolDay(excludedOn) || at < afternoon) {
    return { firstDay: days.nextSchoolDayOnOrAfter(excludedOn), before: [] };
  }
  const words = `Excluded at ${at}, after the afternoon session began at ${afternoon}`;
  return {
    firstDay: days.nthSchoolDayAfter(excludedOn, 1),
    before: [{ date: excludedOn, why: 'after_afternoon_session_began', words }],
  };
}
