import { isCalendarDate } from '@/lib/core/calendar-date';
import { dateInWords } from '@/lib/core/date-words';
import { shareInWords } from '@/lib/core/field-words';
import { formatPounds, pence } from '@/lib/core/pence';
import { isSettingName, settingInWords } from '@/lib/organisations/rules/known-settings';
import type { ChangedValue } from '../types';
import { codeWords, fieldLabel, unnamedRecord } from './audit-labels';

const PUBLIC = 'public';
const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/;
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const MONEY = ['annualPence', 'pence'];

/**
 * What an act changed, in words: every value that differs from before, or is set for the first time.
 * @param nameOf a record's reference or name by its id; null for one that is not known
 */
export function changedValues(before: unknown, after: unknown, nameOf: (id: string) => string | null): ChangedValue[] {
  const [was, now] = [fieldsOf(before), fieldsOf(after)];
  const names = [...new Set([...Object.keys(now), ...Object.keys(was)])];
  return names.filter((name) => (name in was ? JSON.stringify(was[name]) !== JSON.stringify(now[name]) : isSet(now[name]))).map((name) => ({
    label: fieldLabel(name) ?? inWords(name),
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
  if (isSettingName(name) && (typeof value === 'number' || typeof value === 'string')) return settingInWords(name, value);
  if (MONEY.includes(name) && /^-?\d+$/.test(String(value))) return formatPounds(pence(BigInt(String(value))));
  if (typeof value === 'number') return name === 'share' ? shareInWords(value) : value.toLocaleString('en-GB');
  if (Array.isArray(value)) return value.every((one) => typeof one === 'string' || typeof one === 'number') ? value.map((one) => valueInWords(name, one, nameOf)).join(', ') || 'none' : `${value.length} entries`;
  if (typeof value !== 'string') return JSON.stringify(value);
  if (isCalendarDate(value)) return dateInWords(value);
  const instant = INSTANT.exec(value);
  if (instant?.[1] && isCalendarDate(instant[1])) return `${dateInWords(instant[1])}, ${instant[2]} UTC`;
  return nameOf(value) ?? (value === PUBLIC ? value : codeWords(name, value)) ?? (ID.test(value) ? unnamedRecord(name) : value.replaceAll('_', ' '));
}

/** `chargeClause`: Charge clause. */
function inWords(name: string): string {
  const text = name.replaceAll('_', ' ').replace(/([a-z])([A-Z])/g, (_all, end: string, start: string) => `${end} ${start.toLowerCase()}`);
  return text.charAt(0).toUpperCase() + text.slice(1);
}
