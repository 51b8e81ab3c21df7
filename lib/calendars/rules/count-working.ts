import { type CalendarDate, addDays } from '@/lib/core/calendar-date';
import type { CalendarVersion, CountWorking, LeftOutDay } from '../types';
import type { SchoolDays } from './school-days';

/**
 * "Within N school days of X" with its working (R7, R2): X's day is day 0 and the deadline is the
 * end of the Nth school day after it. Throws CountRefused when the calendar does not reach.
 */
export function withinSchoolDays(days: SchoolDays, startedOn: CalendarDate, n: number, rule = 'R7'): CountWorking {
  const dueOn = days.nthSchoolDayAfter(startedOn, n);
  const firstDay = days.nthSchoolDayAfter(startedOn, 1);
  const dayZero: LeftOutDay = { date: startedOn, why: 'day_zero', words: 'The day itself is day 0' };
  return working(days, { rule, startedOn, firstDay, dueOn, before: [dayZero] });
}

/**
 * A count in which the first day is day 1 (an exclusion, R8): due on day `n`. `before` lists the
 * dates from the event up to the first day that are not counted, other than non-school days.
 */
export function onSchoolDay(
  days: SchoolDays,
  count: { startedOn: CalendarDate; firstDay: CalendarDate; n: number; rule: string; before: readonly LeftOutDay[] },
): CountWorking {
  const dueOn = count.n === 1 ? count.firstDay : days.nthSchoolDayAfter(count.firstDay, count.n - 1);
  return working(days, { ...count, dueOn });
}

/** The calendar years that the count from `first` to `last` rested on. */
export function calendarVersionsOf(days: SchoolDays, first: CalendarDate, last: CalendarDate): CalendarVersion[] {
  return days.yearsBetween(first, last).map(({ id, name, academicYear, version }) => ({ id, name, academicYear, version }));
}

function working(
  days: SchoolDays,
  count: {
    rule: string; startedOn: CalendarDate; firstDay: CalendarDate; dueOn: CalendarDate; before: readonly LeftOutDay[];
  },
): CountWorking {
  const { rule, startedOn, firstDay, dueOn, before } = count;
  const skipped = days.leftOutBetween(before.length > 0 ? addDays(startedOn, 1) : startedOn, dueOn);
  return {
    rule,
    startedOn,
    firstDay,
    counted: days.schoolDaysBetween(firstDay, dueOn),
    leftOut: [...before, ...skipped],
    dueOn,
    calendarName: days.calendar.name,
    calendarVersions: calendarVersionsOf(days, startedOn, dueOn),
  };
}
