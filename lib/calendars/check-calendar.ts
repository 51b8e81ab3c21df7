import { z } from 'zod';
import { isCalendarDate } from '@/lib/core/calendar-date';
import type { FieldProblem } from '@/lib/core/refusal';
import { textColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';
import { SHIPPED_BANK_HOLIDAYS } from './data/shipped-bank-holidays';
import type { saveCalendarInput } from './input';
import { problemsOfYear } from './rules/check-year';
import { loadCalendars } from './store';
import type { ClosedDays, Term } from './types';

type Fields = Partial<z.output<typeof saveCalendarInput>>;

const textRow = z.record(z.string(), z.unknown()).nullable();
const rowsTyped = z.object({ terms: z.array(textRow).default([]), closedDays: z.array(textRow).default([]) });
type TypedRow = z.output<typeof textRow>;

/** What is wrong with a calendar year beside the shape of its fields: dates that cannot be, a name or a user that is taken. Rows that cannot be read are passed over. */
export async function calendarProblems(tx: ReadTx, fields: Fields, typed: unknown): Promise<FieldProblem[]> {
  const year = (await loadCalendars(tx)).years.find((one) => one.id === fields.calendarId);
  const rows = rowsTyped.safeParse(typed);
  if (!year || !rows.success) return [];
  const { terms, closedDays } = rows.data;
  const hasUnreadTerm = terms.some((row) => termIn(row) === null && ['name', 'firstOn', 'lastOn'].some((name) => textOf(row, name) !== ''));
  return [
    ...(await takenName(tx, fields, year.id)),
    ...problemsOfYear({ academicYear: year.academicYear, terms: terms.map(termIn), closedDays: closedDays.map(closedIn), hasUnreadTerm }, SHIPPED_BANK_HOLIDAYS),
    ...(await takenUser(tx, 'addSchool', fields.addSchool ?? null, year.academicYear)), ...(await takenUser(tx, 'addSite', fields.addSite ?? null, year.academicYear)),
  ];
}

function textOf(row: TypedRow, name: string): string {
  const value = row?.[name];
  return typeof value === 'string' ? value.trim() : '';
}

/** A term whose days can be read. */
function termIn(row: TypedRow): Term | null {
  const [firstOn, lastOn] = [textOf(row, 'firstOn'), textOf(row, 'lastOn')];
  return isCalendarDate(firstOn) && isCalendarDate(lastOn) ? { name: textOf(row, 'name') || 'The term without a name', firstOn, lastOn } : null;
}

/** Closed days that can be read; one day when no last day is typed. */
function closedIn(row: TypedRow): ClosedDays | null {
  const firstOn = textOf(row, 'firstOn');
  const lastOn = textOf(row, 'lastOn') || firstOn;
  if (!isCalendarDate(firstOn) || !isCalendarDate(lastOn)) return null;
  return { kind: textOf(row, 'kind') === 'inset' ? 'inset' : 'closure', firstOn, lastOn, reason: textOf(row, 'reason') };
}

async function takenName(tx: ReadTx, { name }: Fields, id: string): Promise<FieldProblem[]> {
  if (name === undefined) return [];
  const other = await tx.row(z.object({ name: textColumn }), sql`SELECT name FROM calendar_year WHERE name = ${name} AND id <> ${id}::uuid`);
  return other ? [{ field: 'name', message: 'Another calendar has this name' }] : [];
}

/** A school or site uses one calendar in a year. */
async function takenUser(tx: ReadTx, field: string, id: string | null, academicYear: string): Promise<FieldProblem[]> {
  if (id === null) return [];
  const other = await tx.row(z.object({ name: textColumn }), sql`
    SELECT y.name FROM calendar_use u JOIN calendar_year y ON y.authority_id = u.authority_id AND y.id = u.calendar_year_id
     WHERE coalesce(u.establishment_id, u.site_id) = ${id}::uuid AND y.academic_year = ${academicYear} LIMIT 1`);
  return other ? [{ field, message: `It uses ${other.name} in this year. Take it off that calendar first` }] : [];
}
