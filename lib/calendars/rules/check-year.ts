import { type CalendarDate, calendarDate, isWeekend } from '@/lib/core/calendar-date';
import { contains, overlaps } from '@/lib/core/date-range';
import { dateInWords, weekdayName } from '@/lib/core/date-words';
import type { FieldProblem } from '@/lib/core/refusal';
import type { BankHolidays, CalendarYear, ClosedDays, Term } from '../types';
import { agreementYear } from './academic-year';
import { schoolDaysOfYears } from './loaded-years';

/** Pupil days a year, by R6, and how far a calendar may be from it without a question. */
export const USUAL_PUPIL_DAYS = 190;
export const PUPIL_DAYS_TOLERANCE = 5;

type Row<T> = T | null;

/** A calendar year as it stands in a form, empty rows included, so that a problem lands at its row. */
export interface YearEntry {
  readonly academicYear: string;
  readonly terms: readonly Row<Term>[];
  readonly closedDays: readonly Row<ClosedDays>[];
  /** Further terms are there that cannot be read: nothing is said that they could answer. */
  readonly hasUnreadTerm?: boolean;
}

/** Every mistake in the dates of a year, each at the field that has it. */
export function problemsOfYear(entry: YearEntry, bankHolidays: BankHolidays): FieldProblem[] {
  const { lastOn } = agreementYear(entry.academicYear);
  const firstOn = calendarDate(`${+lastOn.slice(0, 4) - 1}-08-01`);
  const terms = entry.terms.filter((term): term is Term => term !== null);
  const problems: FieldProblem[] = [];
  if (terms.length === 0 && !entry.hasUnreadTerm) problems.push({ field: 'terms-0-name', message: 'Enter at least one term' });
  entry.terms.forEach((term, index) => {
    if (term === null) return;
    const at = (part: string): string => `terms-${index}-${part}`;
    const outside = outsideWords(term, firstOn, lastOn);
    if (outside) problems.push({ field: at('firstOn'), message: `${term.name}: ${outside}` });
    if (term.lastOn < term.firstOn) problems.push({ field: at('lastOn'), message: `${term.name}: the last day is before the first` });
    for (const [part, day, what] of [['firstOn', term.firstOn, 'first'], ['lastOn', term.lastOn, 'last']] as const) {
      if (isWeekend(day)) problems.push({ field: at(part), message: `${term.name}: the ${what} day, ${dateInWords(day)}, is a ${weekdayName(day)}` });
      else if (bankHolidays.dates.includes(day)) problems.push({ field: at(part), message: `${term.name}: the ${what} day, ${dateInWords(day)}, is a bank holiday` });
    }
    const earlier = entry.terms.slice(0, index).find((other) => other !== null && overlaps(other, term));
    if (earlier) problems.push({ field: at('firstOn'), message: `${term.name} and ${earlier.name} overlap` });
  });
  entry.closedDays.forEach((closed, index) => {
    if (closed !== null) problems.push(...problemsOfClosed(closed, `closedDays-${index}`, entry.hasUnreadTerm ? null : terms));
  });
  return problems;
}

function outsideWords(range: { readonly firstOn: CalendarDate; readonly lastOn: CalendarDate }, firstOn: CalendarDate, lastOn: CalendarDate): string | null {
  return range.firstOn < firstOn || range.lastOn > lastOn ? `the days must lie from ${dateInWords(firstOn)} to ${dateInWords(lastOn)}` : null;
}

/** An INSET day or closure closes days of a term; one at a weekend or in the holidays is a slip. */
function problemsOfClosed(closed: ClosedDays, field: string, terms: readonly Term[] | null): FieldProblem[] {
  const what = closed.kind === 'inset' ? 'INSET day' : 'Closure';
  if (closed.lastOn < closed.firstOn) return [{ field: `${field}-lastOn`, message: `${what} of ${dateInWords(closed.firstOn)}: the last day is before the first` }];
  if (closed.firstOn === closed.lastOn && isWeekend(closed.firstOn)) return [{ field: `${field}-firstOn`, message: `${what}: ${dateInWords(closed.firstOn)} is a ${weekdayName(closed.firstOn)}` }];
  if (terms && !terms.some((term) => contains(term, closed.firstOn))) return [{ field: `${field}-firstOn`, message: `${what}: ${dateInWords(closed.firstOn)} lies in no term` }];
  return [];
}

/** Pupil days of each term, in the order of the terms, and of the year. */
export function pupilDays(year: Pick<CalendarYear, 'terms' | 'closedDays' | 'academicYear'>, bankHolidays: BankHolidays): { readonly byTerm: readonly number[]; readonly total: number } {
  const days = schoolDaysOfYears([{ id: '', name: '', version: 0, ...year }], new Set(bankHolidays.dates));
  return { byTerm: year.terms.map((term) => days.filter((day) => contains(term, day)).length), total: days.length };
}

/** True within 5 of 190: no question is asked. */
export function isUsualNumber(days: number): boolean {
  return Math.abs(days - USUAL_PUPIL_DAYS) <= PUPIL_DAYS_TOLERANCE;
}
