import { z } from 'zod';
import { type CalendarDate, calendarDate } from '@/lib/core/calendar-date';
import { type Pence, pence } from '@/lib/core/pence';

/** Some sixty years of days. */
const MOST_DAYS = 20_000;

/** zod schemas for what PostgreSQL columns arrive as, so that every raw row is checked and typed. */
export const textColumn = z.string();
export const uuidColumn = z.string();
export const boolColumn = z.boolean();
export const textsColumn = z.array(z.string());

/** A `date` arrives as midnight UTC. */
export const dateColumn = z.date().transform(dateOf);
/** Days come again and again: each is turned into text and checked once. */
const knownDays = new Map<number, CalendarDate>();

function dateOf(value: Date): CalendarDate {
  const held = knownDays.get(value.getTime());
  if (held !== undefined) return held;
  const date = calendarDate(value.toISOString().slice(0, 10));
  if (knownDays.size < MOST_DAYS) knownDays.set(value.getTime(), date);
  return date;
}

export const datesColumn = z.array(dateColumn);
export const instantColumn = z.date();

/** integer, smallint or a bigint that is a count. */
export const countColumn = z.union([z.number(), z.bigint()]).transform((value) => Number(value));
export const penceColumn = z.bigint().transform((value): Pence => pence(value));
/** numeric as a JavaScript number, for values of few digits (hours, kilometres), never for money. */
export const numericColumn = z.unknown().transform((value) => Number(String(value)));

/** A date inside a JSON column: text already. */
export const jsonDate = z.string().transform((value): CalendarDate => calendarDate(value.slice(0, 10)));

/** bytea. */
export const bytesColumn = z.instanceof(Uint8Array).transform((value): Uint8Array<ArrayBuffer> => new Uint8Array(value));
