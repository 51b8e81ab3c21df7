import type { CalendarDate } from '@/lib/core/calendar-date';
import { dateInWords } from '@/lib/core/date-words';
import type { BankHolidays } from '../types';

export type CountRefusedReason = 'year_not_loaded' | 'bank_holidays_not_known';

/**
 * Thrown instead of a wrong count when the calendar does not reach far enough (R66: refuse to count
 * beyond the last year known). The message is for people: it names the calendar and the year.
 * Where a page or command has to go on, catch it with {@link attemptCount}.
 */
export class CountRefused extends Error {
  override readonly name = 'CountRefused';

  constructor(
    readonly reason: CountRefusedReason,
    readonly calendarName: string,
    /** `2027/28` for term dates, `2029` for bank holidays. */
    readonly missingYear: string,
    message: string,
  ) {
    super(message);
  }
}

export type Attempt<T> =
  | { readonly kind: 'counted'; readonly value: T }
  | { readonly kind: 'refused'; readonly refusal: CountRefused };

/** Runs a count and gives its refusal as a value. Anything else that is thrown goes on up. */
export function attemptCount<T>(count: () => T): Attempt<T> {
  try {
    return { kind: 'counted', value: count() };
  } catch (error) {
    if (error instanceof CountRefused) return { kind: 'refused', refusal: error };
    throw error;
  }
}

export function yearNotLoaded(calendarName: string, academicYear: string): CountRefused {
  return new CountRefused(
    'year_not_loaded',
    calendarName,
    academicYear,
    `${calendarName} has no term dates for ${academicYear}, so school days in that year cannot be counted. ` +
      'An administrator can add the year under Calendars.',
  );
}

export function bankHolidaysNotKnown(calendarName: string, date: CalendarDate, known: BankHolidays): CountRefused {
  const year = date.slice(0, 4);
  const edge = date > known.knownTo
    ? `after ${dateInWords(known.knownTo)}`
    : `before ${dateInWords(known.knownFrom ?? date)}`;
  return new CountRefused(
    'bank_holidays_not_known',
    calendarName,
    year,
    `The bank holidays of ${year} are not loaded, so days ${edge} cannot be counted for ${calendarName}. ` +
      'An administrator can load a list that covers the year under Calendars.',
  );
}
