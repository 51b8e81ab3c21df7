/** Calendar dates as people read them (ux rules, section 1): `1 September 2026`, ranges with "to". */
import { type CalendarDate, isoWeekday } from '@/lib/core/calendar-date';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

export function monthName(date: CalendarDate): string {
  return MONTHS[+date.slice(5, 7) - 1] ?? '';
}

export function weekdayName(date: CalendarDate): string {
  return DAYS[isoWeekday(date) - 1] ?? '';
}

export function dayOfMonth(date: CalendarDate): number {
  return +date.slice(8, 10);
}

/** `6 October 2025`; without the year when `nearTo` lies in the same year: `6 October`. */
export function dateWords(date: CalendarDate, nearTo?: CalendarDate): string {
  const dayAndMonth = `${dayOfMonth(date)} ${monthName(date)}`;
  return nearTo && nearTo.slice(0, 4) === date.slice(0, 4) ? dayAndMonth : `${dayAndMonth} ${date.slice(0, 4)}`;
}

/** `Monday 6 October 2025`, without the year as in {@link dateWords}. */
export function weekdayDateWords(date: CalendarDate, nearTo?: CalendarDate): string {
  return `${weekdayName(date)} ${dateWords(date, nearTo)}`;
}

/** `9 March to 17 July 2026`, `25 to 27 May 2026`; one date when both ends are the same. */
export function dateRangeWords(firstOn: CalendarDate, lastOn: CalendarDate, nearTo?: CalendarDate): string {
  if (firstOn === lastOn) return dateWords(firstOn, nearTo);
  const last = dateWords(lastOn, nearTo);
  if (firstOn.slice(0, 7) === lastOn.slice(0, 7)) return `${dayOfMonth(firstOn)} to ${last}`;
  return `${dateWords(firstOn, firstOn.slice(0, 4) === lastOn.slice(0, 4) ? firstOn : nearTo)} to ${last}`;
}
