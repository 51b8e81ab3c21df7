import { addDays, type CalendarDate } from '@/lib/core/calendar-date';
import { dateInWords } from '@/lib/core/date-words';

/** A calendar month, `2026-03`: charges are run, posted and closed by it. */
export type Month = string & { readonly __month: true };

export function isMonth(text: string): text is Month {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
}

export function monthOf(date: CalendarDate): Month {
  return date.slice(0, 7) as Month;
}

export function nextMonth(month: Month): Month {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return (number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`) as Month;
}

export function firstDayOf(month: Month): CalendarDate {
  return `${month}-01` as CalendarDate;
}

export function lastDayOf(month: Month): CalendarDate {
  return addDays(firstDayOf(nextMonth(month)), -1);
}

/** `March 2026`. */
export function monthInWords(month: Month): string {
  return dateInWords(firstDayOf(month)).slice(2);
}
