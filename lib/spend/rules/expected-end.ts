import { agreementYearOf } from '@/lib/calendars/rules/academic-year';
import { addDays, type CalendarDate, isoWeekday, minDate } from '@/lib/core/calendar-date';

/** Of a placement, what tells until when a place is spoken for. */
interface Expected {
  readonly plannedLastOn: CalendarDate;
  readonly leftOn: CalendarDate | null;
  readonly yearGroup: number;
}

/**
 * The last day that a pupil is expected in the place, seen from a day: "if nobody leaves" (issue 3, Spend). Who has left
 * has left. Else it is the planned end, or where that is past and nobody recorded the leaving, the last school day of
 * the academic year; for Year 11 not after the last Friday in June.
 */
export function expectedLastDay(pupil: Expected, asAt: CalendarDate, lastSchoolDay: CalendarDate): CalendarDate {
  if (pupil.leftOn !== null) return pupil.leftOn;
  const end = pupil.plannedLastOn > asAt ? pupil.plannedLastOn : lastSchoolDay;
  return pupil.yearGroup === 11 ? minDate(end, lastFridayInJune(asAt)) : end;
}

/** Of the academic year that the date lies in. */
export function lastFridayInJune(date: CalendarDate): CalendarDate {
  const lastOfJune = `${agreementYearOf(date).lastOn.slice(0, 4)}-06-30` as CalendarDate;
  return addDays(lastOfJune, -((isoWeekday(lastOfJune) + 2) % 7));
}
