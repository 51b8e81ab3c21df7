import type { CalendarDate } from '@/lib/core/calendar-date';
import { withinSchoolDays } from '@/lib/calendars/rules/count-working';
import type { SchoolDays } from '@/lib/calendars/rules/school-days';
import { type Delivery, givenOn } from '@/lib/calendars/rules/working-days';
import type { CountWorking } from '@/lib/calendars/types';

/*
 * The periods of the exclusion regulations. Each counts "within N school days after": the day of
 * the event is day 0 (R7), on the excluding school's calendar (R5), and throws CountRefused when
 * that calendar does not reach.
 */

/** R26: the governing board decides on reinstatement within 15 school days of being told. */
export function boardMeetingDeadline(days: SchoolDays, boardToldOn: CalendarDate): CountWorking {
  return withinSchoolDays(days, boardToldOn, 15, 'R26');
}

/** R26: 50 school days, for a term's total above 5 and up to 15 days when the parent makes representations. */
export function boardMeetingOnRepresentationsDeadline(days: SchoolDays, boardToldOn: CalendarDate): CountWorking {
  return withinSchoolDays(days, boardToldOn, 50, 'R26');
}

/** R31: the last day to apply for an independent review, 15 school days after notice of the board's decision is given (R12). */
export function reviewApplicationDeadline(days: SchoolDays, sentOn: CalendarDate, delivery: Delivery): CountWorking {
  return withinSchoolDays(days, givenOn(days.calendar.bankHolidays, sentOn, delivery), 15, 'R31');
}

/** R32: the panel meets no later than the 15th school day after the application is made (R12). */
export function panelMeetingDeadline(days: SchoolDays, sentOn: CalendarDate, delivery: Delivery): CountWorking {
  return withinSchoolDays(days, givenOn(days.calendar.bankHolidays, sentOn, delivery), 15, 'R32');
}

/** R33: the board reconsiders within 10 school days of notice of the panel's decision. */
export function reconsiderationDeadline(days: SchoolDays, noticeGivenOn: CalendarDate): CountWorking {
  return withinSchoolDays(days, noticeGivenOn, 10, 'R33');
}
