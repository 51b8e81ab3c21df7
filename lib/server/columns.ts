import { z } from 'zod';
import { type CalendarDate, calendarDate } from '@/lib/core/calendar-date';
import { type Pence, pence } from '@/lib/core/pence';

/** zod schemas for what PostgreSQL columns arrive as, so that every raw row is checked and typed. */
export const textColumn = z.string();
export const uuidColumn = z.string();
export const boolColumn = z.boolean();
export const textsColumn = z.array(z.string());

/** A `date` arrives as midnight UTC. */
export const dateColumn = z.date().transform((value): CalendarDate => calendarDate(value.toISOString().slice(0, 10)));
export const datesColumn = z.array(dateColumn);
export const instantColumn = z.date();

/** integer, smallint or a bigint that is a count. */
export const countColumn = z.union([z.number(), z.bigint()]).transform((value) => Number(value));
export const penceColumn = z.bigint().transform((value): Pence => pence(value));
/** numeric as a JavaScript number, for values of few digits (hours, kilometres), never for money. */
export const numericColumn = z.unknown().transform((value) => Number(String(value)));

/** A date inside a JSON column: text already. */
export const jsonDate = z.string().transform((value): CalendarDate => calendarDate(value.slice(0, 10)));
