import { type CalendarDate, addDays, maxDate, minDate } from './calendar-date';

/** A span of calendar dates, both ends included. `lastOn` null means without an end. */
export interface DateRange {
  readonly firstOn: CalendarDate;
  readonly lastOn: CalendarDate | null;
}

/** A dated fact: valid on each day of its range. */
export type Dated<T> = T & DateRange;

export function contains(range: DateRange, date: CalendarDate): boolean {
  return range.firstOn <= date && (range.lastOn === null || date <= range.lastOn);
}

export function overlaps(a: DateRange, b: DateRange): boolean {
  return (b.lastOn === null || a.firstOn <= b.lastOn) && (a.lastOn === null || b.firstOn <= a.lastOn);
}

/** The days two ranges share, or null. */
export function intersection(a: DateRange, b: DateRange): DateRange | null {
  if (!overlaps(a, b)) return null;
  const lastOn = a.lastOn === null ? b.lastOn : b.lastOn === null ? a.lastOn : minDate(a.lastOn, b.lastOn);
  return { firstOn: maxDate(a.firstOn, b.firstOn), lastOn };
}

/** The rows in force on a date, in the order given. */
export function inForceOn<T extends DateRange>(rows: readonly T[], date: CalendarDate): T[] {
  return rows.filter((row) => contains(row, date));
}

/** True when `next` begins the day after `previous` ends. */
export function follows(previous: DateRange, next: DateRange): boolean {
  return previous.lastOn !== null && addDays(previous.lastOn, 1) === next.firstOn;
}
