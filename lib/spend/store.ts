import { z } from 'zod';
import type { Month } from '@/lib/charges/rules/months';
import { monthColumn } from '@/lib/charges/store';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { placementsAt } from '@/lib/placements/stood-store';
import { dateColumn, instantColumn, penceColumn, textColumn, uuidColumn } from '@/lib/server/columns';
import { type ReadTx, sql, sqlEmpty } from '@/lib/server/unit-of-work';
import type { SpendBudget, SpendEntry, SpendIncome, SpendPlaces, SpendPrice, SpendStay } from './rules/facts';
import { isFinancialYear } from './rules/financial-year';
import { SPEND_LINES } from './types';

const kindColumn = z.enum(['pru', 'ap_academy', 'special_school', 'independent', 'unregistered', 'college', 'in_school']);
const lineColumn = z.enum(SPEND_LINES);
const yearColumn = z.string().refine(isFinancialYear);

/** Rows recorded until a moment; all of them where it is null. */
function recordedBy(until: Date | null) {
  return until === null ? sqlEmpty : sql`AND recorded_at <= ${until}`;
}

const paidByColumn = z.enum(['authority', 'department', 'schools']);

const stayRow = z.object({
  id: uuidColumn, reference: textColumn, pupilId: uuidColumn, siteId: uuidColumn, providerId: uuidColumn, providerName: textColumn, providerKind: kindColumn,
  countingKind: z.enum(['permanent_exclusion', 'dual_registered', 'authority_placed', 'ehc_named']), schoolName: textColumn.nullable(),
  state: z.enum(['proposed', 'accepted', 'concern', 'started', 'not_arrived', 'left', 'cancelled']), firstOn: dateColumn, lastOn: dateColumn,
  plannedLastOn: dateColumn, leftOn: dateColumn.nullable(), tenths: z.number(), yearGroup: z.number(),
});

/**
 * Placements with a day from one date on or without a recorded end, cancelled ones left out, as they stand or as they
 * stood at a moment: then from their events, each of which keeps the whole row. No name and no need is read (R79).
 */
export async function loadStays(tx: ReadTx, from: CalendarDate, until: Date | null): Promise<SpendStay[]> {
  return tx.rows(stayRow, sql`
    SELECT p.id, p.reference, p.pupil_id AS "pupilId", p.site_id AS "siteId", s.provider_id AS "providerId", v.name AS "providerName", v.kind AS "providerKind",
           p.counting_kind AS "countingKind", e.name AS "schoolName", p.state, p.first_on AS "firstOn", p.last_on AS "lastOn", p.planned_last_on AS "plannedLastOn",
           p.left_on AS "leftOn", p.share_tenths AS tenths, u.year_group AS "yearGroup"
      FROM ${placementsAt(until)} p
      JOIN site s ON s.authority_id = p.authority_id AND s.id = p.site_id
      JOIN provider v ON v.authority_id = s.authority_id AND v.id = s.provider_id
      JOIN pupil u ON u.authority_id = p.authority_id AND u.id = p.pupil_id
      LEFT JOIN establishment e ON e.authority_id = p.authority_id AND e.id = p.attributed_establishment_id
     WHERE p.state <> 'cancelled' AND (p.last_on >= ${from}::date OR p.state = 'started')
     ORDER BY length(p.reference), p.reference`);
}

const placesRow = z.object({
  providerId: uuidColumn, providerName: textColumn, providerKind: kindColumn, boughtBy: paidByColumn, places: z.number(), firstOn: dateColumn, lastOn: dateColumn.nullable(),
  source: textColumn,
});

/** Places bought, and below zero places given up. */
export async function loadPlaces(tx: ReadTx, until: Date | null): Promise<SpendPlaces[]> {
  return tx.rows(placesRow, sql`
    SELECT c.provider_id AS "providerId", v.name AS "providerName", v.kind AS "providerKind", c.bought_by AS "boughtBy", c.places, c.first_on AS "firstOn",
           c.last_on AS "lastOn", c.source
      FROM commissioned_places c JOIN provider v ON v.authority_id = c.authority_id AND v.id = c.provider_id
     WHERE ${until === null ? sql`true` : sql`(c.recorded_at IS NULL OR c.recorded_at <= ${until})`} ORDER BY v.name, c.first_on, c.id`);
}

const priceRow = z.object({
  providerId: uuidColumn, kind: z.enum(['place', 'pupil']), paidBy: paidByColumn, amount: penceColumn, per: z.enum(['year', 'week', 'day']),
  dayRule: z.enum(['school', 'calendar']), yearDays: z.number().nullable(), firstOn: dateColumn, source: textColumn,
});

/** The prices in order of their first days; of those from one day on, the one entered last. */
export async function loadPrices(tx: ReadTx, until: Date | null): Promise<SpendPrice[]> {
  return tx.rows(priceRow, sql`
    SELECT DISTINCT ON (first_on, provider_id, kind, paid_by) provider_id AS "providerId", kind, paid_by AS "paidBy", pence AS amount, per, day_rule AS "dayRule",
           year_days AS "yearDays", first_on AS "firstOn", source
      FROM provider_price WHERE true ${recordedBy(until)} ORDER BY first_on, provider_id, kind, paid_by, entry DESC`);
}

const budgetRow = z.object({ line: lineColumn, year: yearColumn, amount: penceColumn, profile: z.array(z.number()), source: textColumn, reason: textColumn });

/** The budget of each line and year: the one entered last. */
export async function loadBudgets(tx: ReadTx, until: Date | null): Promise<SpendBudget[]> {
  return tx.rows(budgetRow, sql`
    SELECT DISTINCT ON (line, year) line, year, pence AS amount, profile, source, reason FROM budget_entry WHERE true ${recordedBy(until)} ORDER BY line, year, entry DESC`);
}

const entryRow = z.object({
  id: uuidColumn, line: lineColumn, month: monthColumn, kind: z.enum(['actual', 'estimate']), amount: penceColumn, source: textColumn, reason: textColumn,
});

export async function loadEntries(tx: ReadTx, until: Date | null): Promise<SpendEntry[]> {
  return tx.rows(entryRow, sql`SELECT id, line, month, kind, pence AS amount, source, reason FROM spend_entry WHERE true ${recordedBy(until)} ORDER BY month, entry`);
}

const incomeRow = z.object({ month: monthColumn, partnership: textColumn, amount: penceColumn });

/** What the ledger holds on the over-quota income accounts by month of posting, below zero as the accounts are. Nothing comes into a closed month. */
export async function loadIncome(tx: ReadTx): Promise<SpendIncome[]> {
  return tx.rows(incomeRow, sql`
    SELECT d.month, h.name AS partnership, sum(e.pence)::bigint AS amount
      FROM ledger_entry e
      JOIN ledger_account a ON a.authority_id = e.authority_id AND a.id = e.account_id AND a.kind = 'over_quota_income'
      JOIN ledger_transaction t ON t.authority_id = e.authority_id AND t.id = e.transaction_id
      JOIN ledger_period d ON d.authority_id = t.authority_id AND d.id = t.period_id
      JOIN partnership h ON h.authority_id = a.authority_id AND h.id = a.partnership_id
     GROUP BY d.month, h.name ORDER BY d.month, h.name`);
}

const monthRow = z.object({ month: monthColumn });

/** The months whose charge is posted, earliest first. */
export async function loadPostedMonths(tx: ReadTx): Promise<Month[]> {
  const found = await tx.rows(monthRow, sql`
    SELECT d.month FROM ledger_period d JOIN charge_run r ON r.authority_id = d.authority_id AND r.period_id = d.id AND r.state = 'posted' ORDER BY d.month`);
  return found.map((row) => row.month);
}

const reserveRow = z.object({ name: textColumn, kind: z.enum(['brought_forward', 'carried_forward']), year: yearColumn, pence: penceColumn, source: textColumn });
export type ReserveRow = z.output<typeof reserveRow>;

export async function loadReserves(tx: ReadTx, until: Date | null): Promise<ReserveRow[]> {
  return tx.rows(reserveRow, sql`
    SELECT DISTINCT ON (name, year, kind) name, kind, year, pence, source FROM reserve_entry WHERE true ${recordedBy(until)} ORDER BY name, year, kind, entry DESC`);
}

const targetRow = z.object({
  name: textColumn, line: lineColumn, baseline_pence: penceColumn, target_pence: penceColumn, steps_from: dateColumn, target_on: dateColumn, source: textColumn,
});
export type TargetRow = z.output<typeof targetRow>;

export async function loadTargets(tx: ReadTx, until: Date | null): Promise<TargetRow[]> {
  return tx.rows(targetRow, sql`
    SELECT DISTINCT ON (name) name, line, baseline_pence, target_pence, steps_from, target_on, source FROM spend_target
     WHERE true ${recordedBy(until)} ORDER BY name, entry DESC`);
}

const noteRow = z.object({ id: uuidColumn, month: monthColumn, kind: z.enum(['reason', 'decision']), line: lineColumn.nullable(), noted_on: dateColumn, who: textColumn, words: textColumn });
export type NoteRow = z.output<typeof noteRow>;

/** What stands beside the figures of a month. Decisions on a closed month come after its closing, so notes are not of a moment. */
export async function loadNotes(tx: ReadTx, month: Month): Promise<NoteRow[]> {
  return tx.rows(noteRow, sql`SELECT id, month, kind, line, noted_on, who, words FROM monitor_note WHERE month = ${month} ORDER BY noted_on, entry`);
}

const providerRow = z.object({ id: uuidColumn, name: textColumn, kind: kindColumn });
type ProviderRow = z.output<typeof providerRow>;

export async function loadProviders(tx: ReadTx): Promise<ProviderRow[]> {
  return tx.rows(providerRow, sql`SELECT id, name, kind FROM provider ORDER BY name`);
}

const closedRow = z.object({ closed_at: instantColumn.nullable() });

/** When a month was closed; null while it is open. */
export async function closedAt(tx: ReadTx, month: Month): Promise<Date | null> {
  return (await tx.row(closedRow, sql`SELECT closed_at FROM ledger_period WHERE month = ${month}`))?.closed_at ?? null;
}

/** The months that are closed. */
export async function closedMonths(tx: ReadTx): Promise<Month[]> {
  return (await tx.rows(monthRow, sql`SELECT month FROM ledger_period WHERE closed_at IS NOT NULL ORDER BY month`)).map((row) => row.month);
}
