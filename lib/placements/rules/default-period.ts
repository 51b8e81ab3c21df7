import type { CalendarDate } from '@/lib/core/calendar-date';
import { yearElevenEndsOn } from '@/lib/pupils/rules/compulsory-school-age';

/** The last day a placement form proposes, and the reason beside it. */
export interface DefaultEnd {
  readonly lastOn: CalendarDate;
  readonly reason: string;
}

/**
 * The end a period defaults to: the last day that the request asks for, where it names one; else the last school day
 * of the year, and for Year 11 the last Friday in June, when compulsory school age ends (R36c). A Year 11 pupil placed
 * after that Friday gets the year's end. A day asked for that lies before the start or after that end is passed over.
 * Null when no school day of the year is left.
 *
 * @param yearSchoolDays school days of the site in the academic year of `firstOn`, in order
 * @param wantedTo the last day that the request asks for; null when it names none
 */
export function defaultEnd(firstOn: CalendarDate, yearGroup: number, yearSchoolDays: readonly CalendarDate[], wantedTo: CalendarDate | null = null): DefaultEnd | null {
  const longest = longestEnd(firstOn, yearGroup, yearSchoolDays);
  if (longest === null || wantedTo === null || wantedTo < firstOn || wantedTo > longest.lastOn) return longest;
  return { lastOn: wantedTo, reason: 'The last day that the request asks for' };
}

function longestEnd(firstOn: CalendarDate, yearGroup: number, yearSchoolDays: readonly CalendarDate[]): DefaultEnd | null {
  const yearEndsOn = yearSchoolDays.at(-1);
  if (yearEndsOn === undefined || yearEndsOn < firstOn) return null;
  const leavesOn = yearElevenEndsOn(firstOn);
  if (yearGroup === 11 && firstOn <= leavesOn && leavesOn <= yearEndsOn) {
    return { lastOn: leavesOn, reason: 'Year 11: the last Friday in June, when compulsory school age ends' };
  }
  return { lastOn: yearEndsOn, reason: 'The last school day of the year' };
}
