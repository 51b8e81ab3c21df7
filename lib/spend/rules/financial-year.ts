import { financialYearOf } from '@/lib/calendars/rules/academic-year';
import { firstDayOf, isMonth, type Month, nextMonth } from '@/lib/charges/rules/months';
import type { CalendarDate } from '@/lib/core/calendar-date';
import type { FinancialYear } from '../types';

/** True for two years in a row, `2025-26`. */
export function isFinancialYear(text: string): text is FinancialYear {
  const match = /^(20\d{2})-(\d{2})$/.exec(text);
  return match !== null && (Number(match[1]) + 1) % 100 === Number(match[2]);
}

/** The financial year that a date lies in (R69). */
export function yearOfDate(date: CalendarDate): FinancialYear {
  return financialYearOf(date).label as FinancialYear;
}

export function yearOfMonth(month: Month): FinancialYear {
  return yearOfDate(firstDayOf(month));
}

/** The year so many years later; earlier when below zero. */
export function yearAfter(year: FinancialYear, years: number): FinancialYear {
  return yearOfDate(`${Number(year.slice(0, 4)) + years}-04-01` as CalendarDate);
}

/** 1 April. */
export function firstDayOfYear(year: FinancialYear): CalendarDate {
  return `${year.slice(0, 4)}-04-01` as CalendarDate;
}

/** 31 March. */
export function lastDayOfYear(year: FinancialYear): CalendarDate {
  return `${Number(year.slice(0, 4)) + 1}-03-31` as CalendarDate;
}

/** April to March. */
export function monthsOfYear(year: FinancialYear): Month[] {
  const months: Month[] = [];
  for (let month = `${year.slice(0, 4)}-04`, count = 0; count < 12 && isMonth(month); month = nextMonth(month), count += 1) months.push(month);
  return months;
}

/** 0 for April to 11 for March. */
export function placeInYear(month: Month): number {
  return (Number(month.slice(5)) + 8) % 12;
}
