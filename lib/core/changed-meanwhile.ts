import { isCalendarDate } from './calendar-date';
import { dateInWords } from './date-words';
import { type Refused, stale } from './refusal';

type Value = string | number | boolean | null | readonly string[];

/** A field of a form: what stands now, and what was typed. */
export type Standing = readonly [label: string, now: Value, yours: Value];

/**
 * Refuses a form whose record somebody changed since its page was opened, and says every field that differs. The page
 * comes back with the present version, so that sending it again puts what was typed in place of what stands.
 * @param what the record in words, without article: `partnership`
 */
export function changedMeanwhile(what: string, fields: readonly Standing[]): Refused {
  const lines = fields.map(([label, now, yours]) => ({ label, now: inWords(now), yours: inWords(yours) })).filter((one) => one.now !== one.yours)
    .map((one) => `${one.label}. Now: ${one.now}. Yours: ${one.yours}`);
  return stale(
    `Somebody changed this ${what} while you had the page open. Nothing of yours was saved. ${lines.length === 0 ? 'What you typed is what stands now' : 'Below is what differs; sending this again puts what you typed in place of what stands now'}`,
    lines,
  );
}

function inWords(value: Value): string {
  if (value === null || value === '') return 'empty';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return value.toLocaleString('en-GB');
  if (typeof value !== 'string') return value.length === 0 ? 'none' : value.join('; ');
  return isCalendarDate(value) ? dateInWords(value) : value;
}
