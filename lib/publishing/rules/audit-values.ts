import { isCalendarDate } from '@/lib/core/calendar-date';
import { dateInWords } from '@/lib/core/date-words';
import { PLACE_KIND_WORDS, ROUTE_WORDS, shareInWords, TRANSPORT_WORDS } from '@/lib/core/field-words';
import { formatPounds, pence } from '@/lib/core/pence';
import { ROLE_NAMES } from '@/lib/core/roles';
import type { ChangedValue } from '../types';

const LABELS: Readonly<Record<string, string>> = {
  firstOn: 'First day', lastOn: 'Last day', leftOn: 'Left on', startedOn: 'Started on', expectedOn: 'Expected on', endedOn: 'Ended on', bookedOn: 'Booked on', fromOn: 'From',
  excludedOn: 'Excluded on', effectiveOn: 'From', closedFrom: 'Closed from', closedTo: 'Closed to', closedOn: 'Closed for good', wantedFrom: 'Wanted from', inForceFrom: 'In force from',
  inForceTo: 'In force to', today: 'Day', parentsToldAt: 'Parents told', annualPence: 'Price a year', share: 'Share', hours: 'Hours a week', overNumber: 'Over-number',
  noPlaceFound: 'No place found', copyFrom: 'Dates of', isNew: 'New', signIn: 'Has a sign-in', newPassword: 'New password', otherPupil: 'Other pupil', closedDays: 'Closed days',
  undone: 'Undone', reopened: 'Closure', model: 'Devolution model', meaning: 'Meaning of the day', done: 'Finished', kind: 'Kind', cancelled: 'Places cancelled',
};

const WORDS: Readonly<Record<string, string>> = {
  ...PLACE_KIND_WORDS, ...ROUTE_WORDS, ...ROLE_NAMES, ...TRANSPORT_WORDS, not_arrived: 'did not arrive', not_at: 'not at a site', not_with: 'not with a pupil',
};
const PUBLIC = 'public';
const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/;

/**
 * What an act changed, in words: every value that differs from before, or is set for the first time.
 * @param nameOf a record's reference or name by its id; null for one that is not known
 */
export function changedValues(before: unknown, after: unknown, nameOf: (id: string) => string | null): ChangedValue[] {
  const [was, now] = [fieldsOf(before), fieldsOf(after)];
  const names = [...new Set([...Object.keys(now), ...Object.keys(was)])];
  return names.filter((name) => (name in was ? JSON.stringify(was[name]) !== JSON.stringify(now[name]) : isSet(now[name]))).map((name) => ({
    label: LABELS[name] ?? inWords(name),
    before: name in was ? valueInWords(name, was[name], nameOf) : null,
    after: name in now ? valueInWords(name, now[name], nameOf) : null,
  }));
}

function isSet(value: unknown): boolean {
  return value !== null && value !== undefined && value !== '';
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : {};
}

function valueInWords(name: string, value: unknown, nameOf: (id: string) => string | null): string {
  if (!isSet(value)) return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (name === 'annualPence' && /^\d+$/.test(String(value))) return formatPounds(pence(BigInt(String(value))));
  if (typeof value === 'number') return name === 'share' ? shareInWords(value) : value.toLocaleString('en-GB');
  if (Array.isArray(value)) return value.every((one) => typeof one === 'string' || typeof one === 'number') ? value.map((one) => valueInWords(name, one, nameOf)).join(', ') || 'none' : `${value.length} entries`;
  if (typeof value !== 'string') return JSON.stringify(value);
  if (isCalendarDate(value)) return dateInWords(value);
  const instant = INSTANT.exec(value);
  if (instant?.[1] && isCalendarDate(instant[1])) return `${dateInWords(instant[1])}, ${instant[2]} UTC`;
  return nameOf(value) ?? (value === PUBLIC ? value : WORDS[value]) ?? value.replaceAll('_', ' ');
}

/** `chargeClause`: Charge clause. */
function inWords(name: string): string {
  const text = name.replaceAll('_', ' ').replace(/([a-z])([A-Z])/g, (_all, end: string, start: string) => `${end} ${start.toLowerCase()}`);
  return text.charAt(0).toUpperCase() + text.slice(1);
}
