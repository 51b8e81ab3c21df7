import { type CalendarDate, addDays, calendarDate } from '@/lib/core/calendar-date';
import type { SchoolCalendar } from '../types';
import { agreementYearOf } from './academic-year';
import { yearNotLoaded } from './count-refused';

/** A school year under Education Act 1996 s.579. */
export interface StatutorySchoolYear {
  readonly label: string;
  /** The first day of the first term to begin after July. */
  readonly firstOn: CalendarDate;
  /** The day before the next such term begins; null while the next year's term dates are not loaded. */
  readonly lastOn: CalendarDate | null;
}

/**
 * The statutory school year a date lies in at a school (R9): from the first term to begin after
 * July to the beginning of the first such term after the following July. It is neither 1 September
 * to 31 August nor 1 August to 31 July. Throws CountRefused when the term dates it turns on are
 * not loaded.
 */
export function statutorySchoolYear(calendar: SchoolCalendar, date: CalendarDate): StatutorySchoolYear {
  const autumn = +date.slice(0, 4);
  if (date.slice(5) < '08-01') return yearFrom(calendar, autumn - 1);
  return date >= startIn(calendar, autumn) ? yearFrom(calendar, autumn) : yearFrom(calendar, autumn - 1);
}

function yearFrom(calendar: SchoolCalendar, autumn: number): StatutorySchoolYear {
  const next = firstTermAfterJuly(calendar, autumn + 1);
  return {
    label: labelOf(autumn),
    firstOn: startIn(calendar, autumn),
    lastOn: next === null ? null : addDays(next, -1),
  };
}

function startIn(calendar: SchoolCalendar, autumn: number): CalendarDate {
  const start = firstTermAfterJuly(calendar, autumn);
  if (start === null) throw yearNotLoaded(calendar.name, labelOf(autumn));
  return start;
}

function firstTermAfterJuly(calendar: SchoolCalendar, autumn: number): CalendarDate | null {
  const starts = calendar.years
    .filter((year) => year.academicYear === labelOf(autumn))
    .flatMap((year) => year.terms.map((term) => term.firstOn))
    .filter((date) => date >= `${autumn}-08-01`)
    .sort();
  return starts[0] ?? null;
}

function labelOf(autumn: number): string {
  return agreementYearOf(calendarDate(`${autumn}-09-01`)).label;
}
