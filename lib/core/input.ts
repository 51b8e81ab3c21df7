/** zod shapes for what people type, with the messages they read. Shape only: no database, no clock. */
import { z } from 'zod';
import { type CalendarDate, isCalendarDate } from './calendar-date';
import { type Pence, parsePounds } from './pence';

export function requiredText(message: string, most = 2000) {
  return z.string({ error: message }).trim().min(1, message).max(most, `Use at most ${most} characters`);
}

export function optionalText(most = 2000) {
  return z.string().trim().max(most, `Use at most ${most} characters`).default('');
}

/** A date of three parts joined by the form reader. `what` begins a sentence: "Start date". */
export function dateInput(what: string) {
  return z.string().transform((text, context): CalendarDate => {
    if (isCalendarDate(text)) return text;
    context.addIssue({ code: 'custom', message: text === '' ? `Enter the ${lowerFirst(what)}` : `${what} must be a real date, for example 27 3 2026` });
    return z.NEVER;
  });
}

export function optionalDateInput(what: string) {
  return z.string().default('').transform((text, context): CalendarDate | null => {
    if (text === '') return null;
    if (isCalendarDate(text)) return text;
    context.addIssue({ code: 'custom', message: `${what} must be a real date, for example 27 3 2026, or empty` });
    return z.NEVER;
  });
}

export function timeInput(what: string) {
  return z.string().trim().transform((text, context): string => {
    const match = /^([01]?\d|2[0-3])[:.]?([0-5]\d)$/.exec(text);
    if (match) return `${(match[1] ?? '').padStart(2, '0')}:${match[2]}`;
    context.addIssue({ code: 'custom', message: `${what} must be a time of day, for example 10:15` });
    return z.NEVER;
  });
}

export function wholeNumberInput(what: string, least: number, most: number) {
  return z.string().trim().transform((text, context): number => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    context.addIssue({ code: 'custom', message: `${what} must be a whole number from ${least} to ${most}` });
    return z.NEVER;
  });
}

export function moneyInput(what: string) {
  return z.string().transform((text, context): Pence => {
    const amount = parsePounds(text);
    if (amount !== null) return amount;
    context.addIssue({ code: 'custom', message: `${what} must be an amount of pounds, for example 18,000 or 457.20` });
    return z.NEVER;
  });
}

/** One of the offered values. */
export function choiceInput<const T extends readonly [string, ...string[]]>(values: T, message: string) {
  return z.enum(values, { error: message });
}

export const idInput = z.uuid({ error: 'The page is out of date. Open it again' });

/** One of a list, or nothing: '' is null. */
export function optionalIdInput(message: string) {
  return z.string().default('').transform((text, context): string | null => {
    if (text === '') return null;
    if (z.uuid().safeParse(text).success) return text;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });
}

export const versionInput = z.coerce.number().int();

/**
 * For a rule between fields: it is told together with what is wrong at single fields, so that nobody mends a form in
 * rounds. The rule then meets text as typed where a field is wrong.
 */
export const alongside = () => true;

/** The first day comes before the last, or is the same; true too where one is missing or no date. */
export function inOrder(first: unknown, last: unknown): boolean {
  return !isDate(first) || !isDate(last) || first <= last;
}

function isDate(value: unknown): value is CalendarDate {
  return typeof value === 'string' && isCalendarDate(value);
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
