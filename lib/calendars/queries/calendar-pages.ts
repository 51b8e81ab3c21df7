import { z } from 'zod';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { textColumn, uuidColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';
import { SHIPPED_BANK_HOLIDAYS } from '../data/shipped-bank-holidays';
import { agreementYearOf, nextAcademicYear } from '../rules/academic-year';
import { isUsualNumber, pupilDays } from '../rules/check-year';
import { type KeptCalendarYear, loadCalendars } from '../store';

export interface CalendarUser { readonly value: string; readonly name: string }

/** A calendar year with its pupil days and those who use it. */
export interface CalendarLine {
  readonly year: KeptCalendarYear;
  readonly daysByTerm: readonly number[];
  readonly days: number;
  readonly isUsual: boolean;
  readonly users: readonly CalendarUser[];
}

export interface CalendarList {
  readonly lines: readonly CalendarLine[];
  readonly bankHolidaysKnownTo: CalendarDate;
  readonly academicYears: readonly string[];
}

const nameRow = z.object({ id: uuidColumn, name: textColumn });

export async function calendarList(tx: ReadTx): Promise<CalendarList> {
  const { years } = await loadCalendars(tx);
  const names = await userNames(tx);
  const current = agreementYearOf(tx.today).label;
  const next = nextAcademicYear(current);
  return {
    lines: years.map((year) => lineOf(year, names)), bankHolidaysKnownTo: SHIPPED_BANK_HOLIDAYS.knownTo,
    academicYears: [...new Set([...years.map((year) => year.academicYear), current, next, nextAcademicYear(next)])].sort(),
  };
}

/** One calendar year, with the schools and sites that may be added to it. */
export interface CalendarView extends CalendarLine {
  readonly sites: readonly { readonly value: string; readonly text: string }[];
}

export async function calendarView(tx: ReadTx, id: string): Promise<CalendarView | null> {
  const year = (await loadCalendars(tx)).years.find((one) => one.id === id);
  if (!year) return null;
  const sites = await tx.rows(nameRow, sql`SELECT id, name FROM site ORDER BY name`);
  return { ...lineOf(year, await userNames(tx)), sites: sites.map((one) => ({ value: one.id, text: one.name })) };
}

function lineOf(year: KeptCalendarYear, names: ReadonlyMap<string, string>): CalendarLine {
  const { byTerm, total } = pupilDays(year, SHIPPED_BANK_HOLIDAYS);
  const user = (kind: 'school' | 'site') => (id: string): CalendarUser => ({ value: `${kind}:${id}`, name: names.get(id) ?? id });
  return { year, daysByTerm: byTerm, days: total, isUsual: isUsualNumber(total), users: [...year.establishments.map(user('school')), ...year.sites.map(user('site'))] };
}

async function userNames(tx: ReadTx): Promise<Map<string, string>> {
  const found = await tx.rows(nameRow, sql`
    SELECT e.id, e.name FROM calendar_use u JOIN establishment e ON e.authority_id = u.authority_id AND e.id = u.establishment_id
    UNION SELECT s.id, s.name FROM calendar_use u JOIN site s ON s.authority_id = u.authority_id AND s.id = u.site_id`);
  return new Map(found.map((one) => [one.id, one.name]));
}
