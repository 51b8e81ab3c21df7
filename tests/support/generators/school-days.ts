import fc from 'fast-check';
import { calendarDate, type CalendarDate, eachDate, isWeekend, maxDate, minDate } from '@/lib/core/calendar-date';

/** The generated spring: it holds 29 February 2028 (a Tuesday) and 31 March 2028 (a Friday). */
export const SPRING_FIRST = calendarDate('2028-01-03');
export const SPRING_LAST = calendarDate('2028-04-28');
export const LEAP_DAY = calendarDate('2028-02-29');
export const YEAR_END = calendarDate('2028-03-31');

const ALL_DATES = eachDate(calendarDate('2027-12-27'), calendarDate('2028-05-05'));
const WEEKDAYS = eachDate(SPRING_FIRST, SPRING_LAST).filter((day) => !isWeekend(day));

/** A date in or about the spring. About a tenth are 29 February, a tenth 31 March. */
export const springDate: fc.Arbitrary<CalendarDate> = fc.oneof(
  { arbitrary: fc.constant(LEAP_DAY), weight: 1 },
  { arbitrary: fc.constant(YEAR_END), weight: 1 },
  { arbitrary: fc.constantFrom(...ALL_DATES), weight: 8 },
);

/** Two dates in order. */
export const springSpan: fc.Arbitrary<{ firstOn: CalendarDate; lastOn: CalendarDate }> = fc
  .tuple(springDate, springDate)
  .map(([a, b]) => ({ firstOn: minDate(a, b), lastOn: maxDate(a, b) }));

/** School days of a spring: its weekdays less a week of holiday and up to eight closed days. */
export const springSchoolDays: fc.Arbitrary<readonly CalendarDate[]> = fc
  .record({ holiday: fc.integer({ min: 1, max: 15 }), closed: fc.array(fc.constantFrom(...WEEKDAYS), { maxLength: 8 }) })
  .map(({ holiday, closed }) => WEEKDAYS.filter((day, index) => Math.floor(index / 5) !== holiday && !closed.includes(day)));
