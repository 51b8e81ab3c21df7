import type { CalendarDate } from '@/lib/core/calendar-date';

/** Something in a record: the day it happened, its time of day where that is known, and when it was entered. */
export interface InTime {
  readonly on: CalendarDate;
  /** `hh:mm`. */
  readonly time?: string;
  readonly recordedOn: CalendarDate | null;
  /** `hh:mm`. */
  readonly recordedTime: string | null;
}

/**
 * Newest first. What has no time of its own stands at the time it was entered when that was the same day; entered later
 * it is among the last of its day, entered earlier (a plan) among the first. Entered order decides what is left.
 */
export function latestFirst<T>(items: readonly T[], inTime: (item: T) => InTime): T[] {
  return items.map((item) => ({ item, place: placeOf(inTime(item)) })).sort((a, b) => (a.place === b.place ? 0 : a.place < b.place ? 1 : -1)).map(({ item }) => item);
}

function placeOf(when: InTime): string {
  return `${when.on} ${when.time ?? timeWithin(when)} ${when.recordedOn ?? ''} ${when.recordedTime ?? ''}`;
}

function timeWithin({ on, recordedOn, recordedTime }: InTime): string {
  if (recordedOn === on && recordedTime !== null) return recordedTime;
  return recordedOn !== null && recordedOn < on ? '00:00' : '24:00';
}
