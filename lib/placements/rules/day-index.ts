import type { CalendarDate } from '@/lib/core/calendar-date';

/** A span of positions in a list of days, both ends included. */
export interface DaySpan {
  readonly from: number;
  readonly to: number;
}

/** Position of the first day on or after `date` in days in order; the list's length when there is none. */
export function firstIndexFrom(days: readonly CalendarDate[], date: CalendarDate): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((days[middle] ?? '') < date) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Position of the last day on or before `date` in days in order; -1 when there is none. */
export function lastIndexTo(days: readonly CalendarDate[], date: CalendarDate): number {
  const index = firstIndexFrom(days, date);
  return days[index] === date ? index : index - 1;
}

/** The listed days from `firstOn` to `lastOn`, as positions; null when there are none. */
export function spanOf(days: readonly CalendarDate[], firstOn: CalendarDate, lastOn: CalendarDate | null): DaySpan | null {
  const from = firstIndexFrom(days, firstOn);
  const to = lastOn === null ? days.length - 1 : lastIndexTo(days, lastOn);
  return from <= to ? { from, to } : null;
}

/** The positions two spans share, or null. */
export function sharedSpan(a: DaySpan, b: DaySpan): DaySpan | null {
  const from = Math.max(a.from, b.from);
  const to = Math.min(a.to, b.to);
  return from <= to ? { from, to } : null;
}

/** Adds up amounts over spans into one figure per day, by differences: one pass however long the spans are. */
export function totalsByDay(length: number, amounts: Iterable<{ readonly span: DaySpan; readonly amount: number }>): number[] {
  const changes = new Array<number>(length + 1).fill(0);
  for (const { span, amount } of amounts) {
    changes[span.from] = (changes[span.from] ?? 0) + amount;
    changes[span.to + 1] = (changes[span.to + 1] ?? 0) - amount;
  }
  let running = 0;
  return changes.slice(0, length).map((change) => (running += change));
}
