import {
  type CalendarDate, addDays, fromEpochDay, isoWeekday, minDate, toEpochDay,
} from '@/lib/core/calendar-date';
import { contains, type DateRange, overlaps } from '@/lib/core/date-range';
import type { CalendarYear } from '../types';
import { agreementYear } from './academic-year';

/** A loaded year and the dates it answers for: up to 31 August, or the day before the next loaded year begins. */
export interface YearSpan extends DateRange {
  readonly year: CalendarYear;
  readonly lastOn: CalendarDate;
}

/** The loaded years in order, each with its dates. */
export function spansOf(years: readonly CalendarYear[]): YearSpan[] {
  const inOrder = [...years].sort((a, b) => (a.academicYear < b.academicYear ? -1 : 1));
  return inOrder.map((year, index) => {
    const next = inOrder[index + 1];
    const { lastOn } = agreementYear(year.academicYear);
    return { year, firstOn: firstDayOf(year), lastOn: next ? minDate(lastOn, addDays(firstDayOf(next), -1)) : lastOn };
  });
}

/** Every school day of the years, in order: weekdays in a term that are no bank holiday and not closed to all pupils (R5). */
export function schoolDaysOfYears(years: readonly CalendarYear[], bankHolidays: ReadonlySet<string>): readonly CalendarDate[] {
  return inOrderOnce(years.flatMap((year) => schoolDaysOfYear(year, bankHolidays)));
}

/** The school days of one calendar year, term by term; the bank holidays are given as a set of dates. */
function schoolDaysOfYear(year: CalendarYear, holidays: ReadonlySet<string>): CalendarDate[] {
  const open: CalendarDate[] = [];
  for (const { firstOn, lastOn } of year.terms) {
    const closed = year.closedDays.filter((days) => overlaps(days, { firstOn, lastOn }));
    const last = toEpochDay(lastOn);
    let weekday: number = isoWeekday(firstOn);
    for (let day = toEpochDay(firstOn); day <= last; day += 1) {
      const date = weekday <= 5 ? fromEpochDay(day) : null;
      weekday = (weekday % 7) + 1;
      if (date !== null && !holidays.has(date) && !closed.some((days) => contains(days, date))) open.push(date);
    }
  }
  return open;
}

/** In order of date, each once; terms are usually in order already. */
function inOrderOnce(dates: readonly CalendarDate[]): readonly CalendarDate[] {
  const isInOrder = dates.every((date, index) => index === 0 || (dates[index - 1] ?? date) < date);
  return isInOrder ? dates : [...new Set(dates)].sort();
}

/** The first date the year answers for: 1 September, or its first term's first day when that is in August. */
export function firstDayOf(year: CalendarYear): CalendarDate {
  const { firstOn } = agreementYear(year.academicYear);
  return year.terms.reduce((first, term) => (term.firstOn < first ? term.firstOn : first), firstOn);
}
