import { type CalendarDate, calendarDate, isCalendarDate } from '@/lib/core/calendar-date';
import type { BankHolidays } from '../types';

/** Thrown when a bank-holiday file is not in the shape that gov.uk publishes. The message says what and where. */
export class BankHolidayFileError extends Error {
  override readonly name = 'BankHolidayFileError';
}

const DIVISION = 'england-and-wales';

/**
 * Reads the official bank-holiday JSON, England and Wales division (R66). The list is known from
 * 1 January of its first year to 31 December of its last, because gov.uk adds whole years.
 * Throws {@link BankHolidayFileError} for anything that is not that shape, a date twice, or a year
 * left out in the middle.
 */
export function parseBankHolidays(file: unknown): BankHolidays {
  const division = isRecord(file) ? file[DIVISION] : undefined;
  const events = isRecord(division) ? division.events : undefined;
  if (!Array.isArray(events)) throw new BankHolidayFileError(`The file has no list "${DIVISION}" with events`);
  const titles: Record<string, string> = {};
  events.forEach((event: unknown, index) => {
    const { date, title } = isRecord(event) ? event : {};
    if (typeof date !== 'string' || !isCalendarDate(date) || typeof title !== 'string') {
      throw new BankHolidayFileError(`Event ${index + 1} of "${DIVISION}" has no title and date (yyyy-mm-dd)`);
    }
    if (titles[date] !== undefined) throw new BankHolidayFileError(`${date} stands twice in "${DIVISION}"`);
    titles[date] = title;
  });
  return bankHolidaysOf(titles);
}

/**
 * Adds a newer list to the one held. Merge, never replace: gov.uk carries only the last six years
 * or so. In the years that the newer list covers it alone counts, so a moved holiday does not
 * stand twice.
 */
export function mergeBankHolidays(held: BankHolidays, newer: BankHolidays): BankHolidays {
  const newerYears = new Set(newer.dates.map((date) => date.slice(0, 4)));
  const kept = held.dates.filter((date) => !newerYears.has(date.slice(0, 4)));
  const titles: Record<string, string> = {};
  for (const date of kept) titles[date] = held.titles?.[date] ?? 'Bank holiday';
  for (const date of newer.dates) titles[date] = newer.titles?.[date] ?? 'Bank holiday';
  return bankHolidaysOf(titles);
}

function bankHolidaysOf(titles: Readonly<Record<string, string>>): BankHolidays {
  const dates = Object.keys(titles).map(calendarDate).sort();
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) throw new BankHolidayFileError('The list has no bank holiday in it');
  const years = new Set(dates.map((date) => +date.slice(0, 4)));
  for (let year = +first.slice(0, 4); year <= +last.slice(0, 4); year += 1) {
    if (!years.has(year)) throw new BankHolidayFileError(`The list has no bank holiday in ${year}`);
  }
  return { dates, titles, knownFrom: yearEdge(first, '01-01'), knownTo: yearEdge(last, '12-31') };
}

function yearEdge(date: CalendarDate, monthAndDay: string): CalendarDate {
  return calendarDate(`${date.slice(0, 4)}-${monthAndDay}`);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
