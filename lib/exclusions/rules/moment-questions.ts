import { attemptCount } from '@/lib/calendars/rules/count-refused';
import type { SchoolDays } from '@/lib/calendars/rules/school-days';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { weekdayDateInWords } from '@/lib/core/date-words';

/** When a head decided, as typed. */
export interface TypedMoment {
  readonly excludedOn: CalendarDate;
  /** `hh:mm`. */
  readonly excludedAt: string;
  readonly afternoonBegan: boolean;
}

/**
 * Asks about an exclusion dated on a day that is no school day of the school: day 1 is then the next school day (R8).
 * Null on a school day, and where the calendar does not reach: that is refused elsewhere.
 */
export function noSchoolDayQuestion(days: SchoolDays, excludedOn: CalendarDate): string | null {
  const counted = attemptCount(() => {
    const why = days.whyNotSchoolDay(excludedOn);
    return why && { words: why.kind === 'weekend' ? 'weekend' : why.words, next: days.nextSchoolDayOnOrAfter(excludedOn) };
  });
  if (counted.kind === 'refused' || counted.value === null) return null;
  return `${weekdayDateInWords(excludedOn)} is no school day at this school (${counted.value.words}), so day 1 would be ${weekdayDateInWords(counted.value.next)}. Check the date with the school`;
}

/**
 * Asks where the time of day and the answer to "had the afternoon session begun?" disagree with the time at which
 * afternoons begin (`hh:mm`): the answer decides day 1 (R8). Null where they agree, and on a day without school.
 */
export function afternoonQuestion(days: SchoolDays, moment: TypedMoment, afternoonStartsAt: string): string | null {
  const isSchoolDay = attemptCount(() => days.isSchoolDay(moment.excludedOn));
  if (isSchoolDay.kind === 'refused' || !isSchoolDay.value) return null;
  if (moment.afternoonBegan === moment.excludedAt >= afternoonStartsAt) return null;
  return moment.afternoonBegan
    ? `${moment.excludedAt} is before ${afternoonStartsAt}, when the afternoon session usually begins, but the answer is that it had begun. If it had, day 1 is the next school day. Check with the school`
    : `${moment.excludedAt} is after ${afternoonStartsAt}, when the afternoon session usually begins, but the answer is that it had not begun. If it had not, that day is day 1. Check with the school`;
}
