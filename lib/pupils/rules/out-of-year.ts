import type { CalendarDate } from '@/lib/core/calendar-date';
import { dateInWords } from '@/lib/core/date-words';
import { usualYearGroup, yearGroupInWords } from './year-group';

/** A year group that is not the usual one of the birth date. */
export interface OutOfYear {
  /** Years above the usual group; below 0 for years behind it. */
  readonly years: number;
  /** "A pupil born on 15 October 2015 is usually in Year 5 on 2 March 2026, not in Year 9". */
  readonly words: string;
}

/** Compares a year group with the birth date on a day (R68); null when they agree. Some pupils are taught out of year, so it asks and never corrects. */
export function outOfYear(bornOn: CalendarDate, yearGroup: number, on: CalendarDate): OutOfYear | null {
  const usual = usualYearGroup(bornOn, on);
  if (usual === yearGroup) return null;
  const place = usual > 13 ? 'past Year 13' : usual < 0 ? 'below school age' : `in ${yearGroupInWords(usual)}`;
  return { years: yearGroup - usual, words: `A pupil born on ${dateInWords(bornOn)} is usually ${place} on ${dateInWords(on)}, not in ${yearGroupInWords(yearGroup)}` };
}
