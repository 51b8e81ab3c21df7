import { z } from 'zod';
import { isCalendarDate, type CalendarDate } from '@/lib/core/calendar-date';
import { dateInWords } from '@/lib/core/date-words';
import { idInput, optionalText, requiredText, versionInput, optionalIdInput } from '@/lib/core/input';

interface Issues { addIssue(issue: { code: 'custom'; path: string[]; message: string }): void }

/** A date of a row that is filled in, or a problem at its field. */
function dayOf(text: string, field: string, what: string, context: Issues): CalendarDate | null {
  if (isCalendarDate(text)) return text;
  context.addIssue({ code: 'custom', path: [field], message: text === '' ? `Enter the ${what}` : `The ${what} must be a real date, for example 27 3 2026` });
  return null;
}

/** A row of terms; null when nothing is typed in it, so that it takes a term away. */
const termRow = z.object({ name: z.string().trim().max(60), partOf: z.string().trim().max(60), firstOn: z.string(), lastOn: z.string() }).transform((row, context) => {
  if (row.name === '' && row.firstOn === '' && row.lastOn === '') return null;
  if (row.name === '') context.addIssue({ code: 'custom', path: ['name'], message: isCalendarDate(row.firstOn) ? `Enter the name of the term that begins on ${dateInWords(row.firstOn)}` : 'Enter the name of the term' });
  const term = row.name || 'the term without a name';
  const [firstOn, lastOn] = [dayOf(row.firstOn, 'firstOn', `first day of ${term}`, context), dayOf(row.lastOn, 'lastOn', `last day of ${term}`, context)];
  return firstOn === null || lastOn === null ? z.NEVER : { name: row.name, partOf: row.partOf || undefined, firstOn, lastOn };
});

/** A row of closed days; one day when no last day is typed. */
const closedRow = z.object({ kind: z.string(), firstOn: z.string(), lastOn: z.string(), reason: z.string().trim().max(200) }).transform((row, context) => {
  if (row.firstOn === '' && row.lastOn === '' && row.reason === '') return null;
  if (row.kind !== 'inset' && row.kind !== 'closure') {
    context.addIssue({ code: 'custom', path: ['kind'], message: 'Choose INSET day or closed' });
    return z.NEVER;
  }
  const of = row.reason === '' ? '' : ` for ${row.reason}`;
  const firstOn = dayOf(row.firstOn, 'firstOn', `first day closed${of}`, context);
  const lastOn = row.lastOn === '' ? firstOn : dayOf(row.lastOn, 'lastOn', `last day closed${of}`, context);
  if (row.reason === '') context.addIssue({ code: 'custom', path: ['reason'], message: firstOn === null ? 'Say why pupils do not attend' : `Say why pupils do not attend on ${dateInWords(firstOn)}` });
  return firstOn === null || lastOn === null ? z.NEVER : { kind: row.kind as 'inset' | 'closure', firstOn, lastOn, reason: row.reason };
});

export const saveCalendarInput = z.object({
  calendarId: idInput,
  version: versionInput,
  name: requiredText('Enter the name', 120),
  label: optionalText(200),
  terms: z.array(termRow).max(12),
  closedDays: z.array(closedRow).max(80),
  /** Schools and sites that keep using the calendar, as `school:id` and `site:id`. */
  users: z.array(z.string().regex(/^(school|site):[0-9a-f-]{36}$/)),
  addSchool: optionalIdInput('Choose a school from the list'),
  addSite: optionalIdInput('Choose a site from the list'),
  /** The number of pupil days that the person was told and accepts. */
  acceptDays: z.boolean(),
});

export const createCalendarInput = z.object({
  name: requiredText('Enter the name', 120),
  academicYear: z.string().regex(/^20\d{2}\/\d{2}$/, 'Choose the academic year'),
  copyFrom: optionalIdInput('Choose a calendar from the list'),
  isDefault: z.boolean(),
});
