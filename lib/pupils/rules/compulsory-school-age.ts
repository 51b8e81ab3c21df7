import { type CalendarDate, addDays, calendarDate, isoWeekday } from '@/lib/core/calendar-date';
import { agreementYearOf } from '@/lib/calendars/rules/academic-year';

/** The days on which a child is of compulsory school age, both included. */
export interface CompulsorySchoolAge {
  readonly beginsOn: CalendarDate;
  readonly lastOn: CalendarDate;
}

/** The days EA96 s.8 prescribes: compulsory school age begins on the first of them from the fifth birthday on. */
const PRESCRIBED = ['03-31', '08-31', '12-31'] as const;

/** The last Friday in June of a year: the school leaving date (R36c). */
export function lastFridayInJune(year: number): CalendarDate {
  const last = calendarDate(`${year}-06-30`);
  return addDays(last, -((isoWeekday(last) + 2) % 7));
}

/** The end of Year 11 for the academic year a date lies in: its last Friday in June. */
export function yearElevenEndsOn(date: CalendarDate): CalendarDate {
  return lastFridayInJune(+agreementYearOf(date).lastOn.slice(0, 4));
}

/**
 * Compulsory school age (EA96 s.8, R36c(c)): from the prescribed day (31 March, 31 August, 31
 * December) on or next after the fifth birthday, to the end of the last Friday in June of the
 * school year in which the child turns 16, taken as 1 September to 31 August.
 */
export function compulsorySchoolAge(bornOn: CalendarDate): CompulsorySchoolAge {
  const fifth = birthday(bornOn, 5);
  const year = +fifth.slice(0, 4);
  const day = PRESCRIBED.find((monthAndDay) => fifth.slice(5) <= monthAndDay) ?? '12-31';
  return { beginsOn: calendarDate(`${year}-${day}`), lastOn: yearElevenEndsOn(birthday(bornOn, 16)) };
}

export function isOfCompulsorySchoolAge(bornOn: CalendarDate, on: CalendarDate): boolean {
  const { beginsOn, lastOn } = compulsorySchoolAge(bornOn);
  return beginsOn <= on && on <= lastOn;
}

/** The day an age is reached; 1 March for someone born on 29 February, save in leap years. */
function birthday(bornOn: CalendarDate, age: number): CalendarDate {
  const year = +bornOn.slice(0, 4) + age;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const monthAndDay = bornOn.slice(5) === '02-29' && !isLeap ? '03-01' : bornOn.slice(5);
  return calendarDate(`${year}-${monthAndDay}`);
}
