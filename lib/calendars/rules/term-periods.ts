import { type CalendarDate, addDays, calendarDate } from '@/lib/core/calendar-date';
import { contains } from '@/lib/core/date-range';
import type { CalendarYear } from '../types';
import { agreementYear } from './academic-year';
import { easterMonday } from './easter';

/** A term for the 5-day and 15-day triggers: the total of exclusions runs within it. */
export interface TermPeriod {
  readonly name: string;
  readonly firstOn: CalendarDate;
  readonly lastOn: CalendarDate;
}

/** The school's own terms, halves with the same `partOf` put together, in order of date. */
export function ownTerms(year: CalendarYear): TermPeriod[] {
  const terms = new Map<string, TermPeriod>();
  for (const { name, partOf, firstOn, lastOn } of year.terms) {
    const own = partOf ?? name;
    const held = terms.get(own);
    terms.set(own, {
      name: own,
      firstOn: held && held.firstOn < firstOn ? held.firstOn : firstOn,
      lastOn: held && held.lastOn > lastOn ? held.lastOn : lastOn,
    });
  }
  return [...terms.values()].sort((a, b) => (a.firstOn < b.firstOn ? -1 : 1));
}

/**
 * The terms of a year for the triggers (R10, ExR reg 2). Three terms or fewer: the school's own.
 * More: the periods between the reference dates 31 December, Easter Monday and 31 July.
 */
export function triggerTerms(year: CalendarYear): TermPeriod[] {
  const own = ownTerms(year);
  if (own.length <= 3) return own;
  const autumn = +agreementYear(year.academicYear).firstOn.slice(0, 4);
  const easter = easterMonday(autumn + 1);
  return [
    { name: 'Autumn', firstOn: calendarDate(`${autumn}-08-01`), lastOn: calendarDate(`${autumn}-12-31`) },
    { name: 'Spring', firstOn: calendarDate(`${autumn + 1}-01-01`), lastOn: easter },
    { name: 'Summer', firstOn: addDays(easter, 1), lastOn: calendarDate(`${autumn + 1}-07-31`) },
  ];
}

/** The term a date counts in, or null when it lies between the school's own terms. */
export function triggerTermOf(year: CalendarYear, date: CalendarDate): TermPeriod | null {
  return triggerTerms(year).find((term) => contains(term, date)) ?? null;
}
