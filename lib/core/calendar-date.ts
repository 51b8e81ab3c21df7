/**
 * Calendar dates without a time, as ISO text `yyyy-mm-dd`. Text compares in date order
 * (`a < b`), survives JSON and the database unchanged, and has no time zone to get wrong.
 * Civil time is always Europe/London.
 */
import { Temporal } from 'temporal-polyfill';

declare const brand: unique symbol;
/** A real calendar date, `yyyy-mm-dd`, between 1900-01-01 and 2199-12-31. */
export type CalendarDate = string & { readonly [brand]: 'CalendarDate' };

const SHAPE = /^(19|20|21)\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const DAY_MS = 86_400_000;
/** 1900-01-01 and 2199-12-31 as epoch days. */
const FIRST_DAY = -25_567;
const LAST_DAY = 84_005;
/** Dates already written out, by days since FIRST_DAY: counting days asks for the same ones again and again. */
const texts: CalendarDate[] = [];
/** Their days since 1970-01-01, by text. */
const epochDays = new Map<CalendarDate, number>();
export const LONDON = 'Europe/London';

/** True for text that is a real calendar date in the ISO form. */
export function isCalendarDate(text: string): text is CalendarDate {
  if (!SHAPE.test(text)) return false;
  const day = new Date(Date.UTC(+text.slice(0, 4), +text.slice(5, 7) - 1, +text.slice(8)));
  return day.getUTCDate() === +text.slice(8);
}

/** The date, or a RangeError that names what was given. For text from people use a zod schema instead. */
export function calendarDate(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw new RangeError(`Not a calendar date: ${JSON.stringify(text)}`);
  return text;
}

/** Whole days since 1970-01-01; the inverse of {@link fromEpochDay}. */
export function toEpochDay(date: CalendarDate): number {
  const known = epochDays.get(date);
  if (known !== undefined) return known;
  const day = Date.UTC(+date.slice(0, 4), +date.slice(5, 7) - 1, +date.slice(8, 10)) / DAY_MS;
  epochDays.set(date, day);
  return day;
}

/** The date so many whole days after 1970-01-01. RangeError for a part of a day or outside the years kept. */
export function fromEpochDay(day: number): CalendarDate {
  if (!Number.isInteger(day) || day < FIRST_DAY || day > LAST_DAY) {
    throw new RangeError(`No calendar date between 1900 and 2199 lies ${day} days from 1970-01-01`);
  }
  return (texts[day - FIRST_DAY] ??= new Date(day * DAY_MS).toISOString().slice(0, 10) as CalendarDate);
}

/** The date `days` calendar days later (earlier when negative). */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromEpochDay(toEpochDay(date) + days);
}

/** Calendar days from `from` to `to`: 0 for the same day, negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return toEpochDay(to) - toEpochDay(from);
}

/** 1 Monday to 7 Sunday (ISO 8601). */
export function isoWeekday(date: CalendarDate): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  return (((toEpochDay(date) + 3) % 7 + 7) % 7 + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7;
}

export function isWeekend(date: CalendarDate): boolean {
  return isoWeekday(date) >= 6;
}

/** The Monday of the week the date lies in. */
export function mondayOf(date: CalendarDate): CalendarDate {
  return addDays(date, 1 - isoWeekday(date));
}

export function minDate(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a <= b ? a : b;
}

export function maxDate(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a >= b ? a : b;
}

/** Every date from `first` to `last`, both included; empty when `last` is earlier. */
export function eachDate(first: CalendarDate, last: CalendarDate): CalendarDate[] {
  const dates: CalendarDate[] = [];
  for (let day = toEpochDay(first); day <= toEpochDay(last); day += 1) dates.push(fromEpochDay(day));
  return dates;
}

/** The London calendar date at an instant, whatever the server's own time zone. */
export function londonDateOf(instant: Date): CalendarDate {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(LONDON);
  return zoned.toPlainDate().toString() as CalendarDate;
}

/** The London wall-clock time `hh:mm` at an instant. */
export function londonTimeOf(instant: Date): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(LONDON);
  return zoned.toPlainTime().toString({ smallestUnit: 'minute' });
}

/**
 * The instant of a London wall-clock time. In the hour that is repeated in October the earlier
 * instant is taken; in the hour that is skipped in March the time moves forward by an hour.
 */
export function londonInstant(date: CalendarDate, time: string): Date {
  const zoned = Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(LONDON, { disambiguation: 'compatible' });
  return new Date(zoned.epochMilliseconds);
}

/** Whole years of age on a date. Someone born on 29 February has the birthday on 1 March in other years. */
export function ageOn(bornOn: CalendarDate, on: CalendarDate): number {
  const years = +on.slice(0, 4) - +bornOn.slice(0, 4);
  return on.slice(5) >= bornOn.slice(5) ? years : years - 1;
}
