import { type CalendarDate, isoWeekday } from './calendar-date';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
] as const;

/** `Monday`. */
export function weekdayName(date: CalendarDate): string {
  return WEEKDAYS[isoWeekday(date) - 1] ?? '';
}

/** `6 October 2025`. */
export function dateInWords(date: CalendarDate): string {
  return `${dayAndMonth(date)} ${date.slice(0, 4)}`;
}

/** `Monday 6 October`, for dates near today. */
export function weekdayDayAndMonth(date: CalendarDate): string {
  return `${weekdayName(date)} ${dayAndMonth(date)}`;
}

/** `Monday 6 October 2025`. */
export function weekdayDateInWords(date: CalendarDate): string {
  return `${weekdayName(date)} ${dateInWords(date)}`;
}

function dayAndMonth(date: CalendarDate): string {
  return `${+date.slice(8)} ${MONTHS[+date.slice(5, 7) - 1] ?? ''}`;
}
