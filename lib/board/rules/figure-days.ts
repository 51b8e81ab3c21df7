import { agreementYear, agreementYearOf, financialYearOf } from '@/lib/calendars/rules/academic-year';
import type { TermPeriod } from '@/lib/calendars/rules/term-periods';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { dateInWords } from '@/lib/core/date-words';
import type { FigureDays } from '../types';
import type { DaysOf } from './catalogue';

/** A term with its academic year: `Autumn 2025/26`. */
export interface NamedTerm extends TermPeriod {
  readonly label: string;
}

/** What the days of a figure are counted on. */
export interface DayFacts {
  /** The terms of the authority's own calendar, in order. */
  readonly terms: readonly NamedTerm[];
  /** The last school day on or before a day; null where no calendar says. */
  readonly schoolDayBefore: (day: CalendarDate) => CalendarDate | null;
}

/** Days, or why there are none. */
export type DaysFound = { readonly days: FigureDays } | { readonly why: string };

/** The days of a figure as at the end of a month; `end` is the month's last day. */
export function daysAt(daysOf: DaysOf, end: CalendarDate, facts: DayFacts): DaysFound {
  switch (daysOf) {
    case 'three_terms': {
      const last = facts.terms.findLastIndex((term) => term.lastOn <= end);
      return termsFound(facts.terms.slice(Math.max(0, last - 2), last + 1));
    }
    case 'month_end':
      return onSchoolDay(end, facts);
    case 'agreement_year':
      return span(agreementYearOf(end).firstOn, end);
    case 'financial_year':
      return span(financialYearOf(end).firstOn, end);
  }
}

/** The days of a figure of a whole academic year, as a baseline is of. */
export function daysOfYear(daysOf: DaysOf, academicYear: string, facts: DayFacts): DaysFound {
  const year = agreementYear(academicYear);
  if (daysOf === 'three_terms') return termsFound(facts.terms.filter((term) => year.firstOn <= term.firstOn && term.lastOn <= year.lastOn));
  if (daysOf === 'month_end') return onSchoolDay(year.lastOn, facts);
  if (daysOf === 'financial_year') return { why: 'It is of a financial year, not of an academic year.' };
  return span(year.firstOn, year.lastOn);
}

function termsFound(terms: readonly NamedTerm[]): DaysFound {
  const [first, last] = [terms[0], terms.at(-1)];
  if (!first || !last || terms.length < 3) return { why: 'The authority\u2019s calendar does not hold three terms that are over.' };
  return { days: { firstOn: first.firstOn, lastOn: last.lastOn, words: `${terms.slice(0, -1).map((term) => term.label).join(', ')} and ${last.label}` } };
}

function onSchoolDay(end: CalendarDate, { schoolDayBefore }: DayFacts): DaysFound {
  const day = schoolDayBefore(end);
  return day === null ? { why: `No calendar of the authority covers ${dateInWords(end)}.` } : { days: { firstOn: day, lastOn: day, words: dateInWords(day) } };
}

function span(firstOn: CalendarDate, lastOn: CalendarDate): DaysFound {
  return { days: { firstOn, lastOn, words: `${dateInWords(firstOn)} to ${dateInWords(lastOn)}` } };
}
