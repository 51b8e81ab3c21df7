import { z } from 'zod';
import { PAYERS } from '@/lib/agreements/input';
import { grouped } from '@/lib/core/grouped';
import { pence } from '@/lib/core/pence';
import { boolColumn, dateColumn, instantColumn, jsonDate, penceColumn, textColumn, uuidColumn } from '@/lib/server/columns';
import { type ReadTx, type WriteTx, sql } from '@/lib/server/unit-of-work';
import type { KeptTerms } from './rules/kept-terms';
import { type DecidingQuery, groupState, lineGroups } from './rules/line-groups';
import type { StandingLine } from './rules/draft-lines';
import type { PayerKey } from './rules/month-charge';
import { isMonth, type Month } from './rules/months';

export const monthColumn = z.string().refine(isMonth);

const periodRow = z.object({ id: uuidColumn, month: monthColumn, last_on: dateColumn, closed_at: instantColumn.nullable() });
export type PeriodRow = z.output<typeof periodRow>;

/** Every month that has a period, earliest first. */
export async function loadPeriods(tx: ReadTx): Promise<PeriodRow[]> {
  return tx.rows(periodRow, sql`SELECT id, month, last_on, closed_at FROM ledger_period ORDER BY month`);
}

const runRow = z.object({
  id: uuidColumn, month: monthColumn, period_id: uuidColumn, state: z.enum(['draft', 'posted']), draft: z.number(), lines_hash: textColumn, drafted_at: instantColumn,
  drafted_by: uuidColumn, draft_until: dateColumn, needs_second: boolColumn, posted_at: instantColumn.nullable(), posted_by: uuidColumn.nullable(), version: z.number(),
  closed_at: instantColumn.nullable(),
});
export type RunRow = z.output<typeof runRow>;
const RUN = sql`SELECT r.*, p.month, p.closed_at FROM charge_run r JOIN ledger_period p ON p.authority_id = r.authority_id AND p.id = r.period_id`;

export async function loadRuns(tx: ReadTx): Promise<RunRow[]> {
  return tx.rows(runRow, sql`${RUN} ORDER BY p.month`);
}

export async function runById(tx: ReadTx, id: string): Promise<RunRow | null> {
  return tx.row(runRow, sql`${RUN} WHERE r.id = ${id}::uuid`);
}

/** The periods in their order, held until the end: whatever draws up, posts, answers or closes comes one after the other. */
export async function lockPeriods(tx: WriteTx): Promise<void> {
  // One that is about to be made has no row to hold yet.
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtext('ledger_period ' || ${tx.authorityId}::text))`);
  await tx.execute(sql`SELECT 1 FROM ledger_period ORDER BY month FOR UPDATE`);
}

const termsJson = z.object({
  id: z.string(), reference: z.string(), version: z.number(), annualPence: z.string().transform((text) => pence(BigInt(text))), basisDays: z.number(),
  quota: z.array(z.object({ places: z.number(), firstOn: jsonDate, lastOn: jsonDate.nullable() })),
  measure: z.union([
    z.object({ kind: z.literal('daily') }), z.object({ kind: z.literal('annual_average') }),
    z.object({ kind: z.literal('yearly_allowance'), allowancePlaceDays: z.number() }),
    z.object({ kind: z.literal('census_day'), censusDays: z.array(jsonDate) }),
  ]),
  counting: z.object({
    weightTenths: z.object({ permanent_exclusion: z.number(), dual_registered: z.number(), authority_placed: z.number(), ehc_named: z.number() }),
    partTime: z.enum(['tenths', 'heads']), start: z.enum(['first_day_counts', 'day_after_counts']), end: z.enum(['last_day_counts', 'last_day_free']),
  }),
  payer: z.enum(PAYERS), withholdUnboundShare: z.boolean(), chargeClause: z.string(),
  fundHolderId: z.string().nullable(),
});

/** The kept terms as a column holds them; money as text. */
export function termsAsJson(terms: KeptTerms): string {
  return JSON.stringify(terms, (_name, value: unknown) => (typeof value === 'bigint' ? value.toString() : value));
}

const statementRow = z.object({
  id: uuidColumn, run_id: uuidColumn, partnership_id: uuidColumn, number: textColumn, sent_on: dateColumn, reply_by: dateColumn,
  terms: termsJson.transform((terms): KeptTerms => terms),
});
export type StatementRow = z.output<typeof statementRow>;

export async function loadStatements(tx: ReadTx): Promise<StatementRow[]> {
  return tx.rows(statementRow, sql`SELECT id, run_id, partnership_id, number, sent_on, reply_by, terms FROM charge_statement ORDER BY number`);
}

const lineRow = z.object({
  id: uuidColumn, run_id: uuidColumn, partnership_id: uuidColumn, agreement_id: uuidColumn, agreement_version: z.number(), payer_account_id: uuidColumn.nullable(),
  payer_school: uuidColumn.nullable(), payer_trust: uuidColumn.nullable(), placement_id: uuidColumn, placement_reference: textColumn, establishment_id: uuidColumn.nullable(),
  kind: z.enum(['charge', 'correction', 'zero']), concerns_month: monthColumn, day: dateColumn, tenths: z.number(), pence: penceColumn, reason: textColumn,
});

/** A line of a run's last drawing-up. */
export type KeptLine = ReturnType<typeof keptLine>;

function payerOf(row: z.output<typeof lineRow>): PayerKey | null {
  if (row.payer_account_id === null) return null;
  if (row.payer_trust !== null) return `trust:${row.payer_trust}`;
  return row.payer_school === null ? `pot:${row.partnership_id}` : `school:${row.payer_school}`;
}

function keptLine(row: z.output<typeof lineRow>) {
  return {
    id: row.id, runId: row.run_id, partnershipId: row.partnership_id, agreementId: row.agreement_id, agreementVersion: row.agreement_version,
    accountId: row.payer_account_id, payer: payerOf(row), placementId: row.placement_id, reference: row.placement_reference, schoolId: row.establishment_id, kind: row.kind,
    month: row.concerns_month, on: row.day, tenths: row.tenths, amount: row.pence, reason: row.reason,
  };
}

/** The lines of runs, or of all of them; each run's last drawing-up, in order of placements, then days. */
export async function loadLines(tx: ReadTx, runIds: readonly string[]): Promise<KeptLine[]> {
  if (runIds.length === 0) return [];
  const found = await tx.rows(lineRow, sql`
    SELECT l.*, a.establishment_id AS payer_school, a.trust_id AS payer_trust, p.reference AS placement_reference
      FROM charge_line l
      JOIN charge_run r ON r.authority_id = l.authority_id AND r.id = l.run_id AND r.draft = l.draft
      JOIN placement p ON p.authority_id = l.authority_id AND p.id = l.placement_id
      LEFT JOIN ledger_account a ON a.authority_id = l.authority_id AND a.id = l.payer_account_id
     WHERE l.run_id = ANY (${[...runIds]}::uuid[])
     ORDER BY length(p.reference), p.reference, l.day, l.kind, l.id`);
  return found.map(keptLine);
}

const queryRow = z.object({
  id: uuidColumn, version: z.number(), statement_id: uuidColumn, run_id: uuidColumn, partnership_id: uuidColumn, placement_id: uuidColumn, words: textColumn,
  raised_at: instantColumn, raised_name: textColumn, owner_name: textColumn, answer: z.enum(['upheld', 'refused']).nullable(), answer_words: textColumn,
  answered_lines: textColumn, answered_at: instantColumn.nullable(), answered_name: textColumn.nullable(),
});
export type QueryRow = z.output<typeof queryRow>;

/** Every query of runs, in the order in which they were raised. */
export async function loadQueries(tx: ReadTx, runIds: readonly string[]): Promise<QueryRow[]> {
  if (runIds.length === 0) return [];
  return tx.rows(queryRow, sql`
    SELECT q.*, s.run_id, s.partnership_id, r.name AS raised_name, o.name AS owner_name, w.name AS answered_name
      FROM statement_query q
      JOIN charge_statement s ON s.authority_id = q.authority_id AND s.id = q.statement_id
      JOIN person r ON r.authority_id = q.authority_id AND r.id = q.raised_by
      JOIN person o ON o.authority_id = q.authority_id AND o.id = q.owner_id
      LEFT JOIN person w ON w.authority_id = q.authority_id AND w.id = q.answered_by
     WHERE s.run_id = ANY (${[...runIds]}::uuid[]) ORDER BY q.raised_at, q.id`);
}

/** The queries of one placement's lines on one statement. */
export function queriesOf(queries: readonly QueryRow[], runId: string, partnershipId: string, placementId: string): (QueryRow & DecidingQuery)[] {
  return queries.filter((one) => one.run_id === runId && one.partnership_id === partnershipId && one.placement_id === placementId)
    .map((one) => ({ ...one, answeredLines: one.answered_lines }));
}

/** What stands of posted runs, with its month of posting: amounts posted or waiting for an answer, without those withdrawn. */
export async function loadStanding(tx: ReadTx, runs: readonly RunRow[]): Promise<StandingLine[]> {
  const ids = runs.filter((run) => run.state === 'posted').map((run) => run.id);
  const queries = await loadQueries(tx, ids);
  const lines = (await loadLines(tx, ids)).filter((line) => line.kind !== 'zero');
  const byStatement = grouped(lines, (line) => `${line.runId} ${line.partnershipId}`);
  return [...byStatement.values()].flatMap((own) => lineGroups(own)).flatMap(({ lines: group, placementId, text }) => {
    const [first] = group;
    const withdrawn = first !== undefined && groupState(true, text, queriesOf(queries, first.runId, first.partnershipId, placementId)) === 'withdrawn';
    return withdrawn ? [] : group.flatMap((line) => (line.payer === null ? [] : [{ ...line, payer: line.payer }]));
  });
}

/** The months from `first` to the one before `until` whose run is posted, with the terms of one partnership's statement. */
export function earlierTerms(runs: readonly RunRow[], statements: readonly StatementRow[], partnershipId: string, first: Month, until: Month): Map<Month, KeptTerms> {
  const posted = runs.filter((run) => run.state === 'posted' && run.month >= first && run.month < until);
  return new Map(posted.flatMap((run) => {
    const own = statements.find((one) => one.run_id === run.id && one.partnership_id === partnershipId);
    return own ? [[run.month, own.terms] as const] : [];
  }));
}
