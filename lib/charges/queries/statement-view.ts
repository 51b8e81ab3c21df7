import { z } from 'zod';
import { type CalendarDate, londonDateOf } from '@/lib/core/calendar-date';
import { grouped } from '@/lib/core/grouped';
import { formatPounds, pence, type Pence } from '@/lib/core/pence';
import { measureName } from '@/lib/placements/rules/measure-words';
import { dateColumn, textColumn, uuidColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';
import type { KeptTerms } from '../rules/kept-terms';
import { groupState, lineGroups, totalOf } from '../rules/line-groups';
import { lastDayOf, type Month, monthInWords } from '../rules/months';
import { type KeptLine, loadLines, loadQueries, loadStatements, queriesOf, type QueryRow, type RunRow, type StatementRow } from '../store';
import type { DayLineView, GroupView, PayerTotal, QueryView, StatementView } from '../types';

const nameRow = z.object({ id: uuidColumn, name: textColumn, sector: textColumn.nullable() });
const trustRow = z.object({ id: uuidColumn, name: textColumn });
const partnershipRow = z.object({ id: uuidColumn, name: textColumn, slug: textColumn });
const placementRow = z.object({ id: uuidColumn, first_on: dateColumn, last_on: dateColumn, counting_kind: textColumn });

type School = z.output<typeof nameRow>;
type Placement = z.output<typeof placementRow>;

interface Known {
  readonly schools: ReadonlyMap<string, School>;
  readonly trusts: ReadonlyMap<string, z.output<typeof trustRow>>;
  readonly partnerships: ReadonlyMap<string, z.output<typeof partnershipRow>>;
  readonly placements: ReadonlyMap<string, Placement>;
}

/** The statements of a run in order of partnerships, or one partnership's alone: case references, dates and schools (R79). */
export async function statementViews(tx: ReadTx, run: RunRow, partnershipId: string | null = null): Promise<StatementView[]> {
  const statements = (await loadStatements(tx)).filter((one) => one.run_id === run.id && (partnershipId === null || one.partnership_id === partnershipId));
  const [lines, queries] = [await loadLines(tx, [run.id]), await loadQueries(tx, [run.id])];
  const known = await loadKnown(tx, lines, run.month);
  const byPartnership = grouped(lines, (line) => line.partnershipId);
  const order = [...known.partnerships.keys()];
  return statements.map((one) => ({ one, at: order.indexOf(one.partnership_id) })).sort((a, b) => a.at - b.at)
    .map(({ one }) => statementView(run, one, byPartnership.get(one.partnership_id) ?? [], queries, known));
}

async function loadKnown(tx: ReadTx, lines: readonly KeptLine[], month: Month): Promise<Known> {
  const schools = await tx.rows(nameRow, sql`
    SELECT e.id, e.name, (SELECT t.sector FROM establishment_type t WHERE t.authority_id = e.authority_id AND t.establishment_id = e.id
                             AND t.first_on <= ${lastDayOf(month)}::date AND (t.last_on IS NULL OR t.last_on >= ${lastDayOf(month)}::date) LIMIT 1) AS sector
      FROM establishment e
     WHERE e.id = ANY (${[...new Set(lines.flatMap((line) => [line.schoolId, payerId(line.payer, 'school')].filter((id): id is string => id !== null)))]}::uuid[])`);
  const trusts = await tx.rows(trustRow, sql`SELECT id, name FROM trust WHERE id = ANY (${[...new Set(lines.flatMap((line) => payerId(line.payer, 'trust') ?? []))]}::uuid[])`);
  const partnerships = await tx.rows(partnershipRow, sql`SELECT id, name, slug FROM partnership ORDER BY display_order, name`);
  const placements = await tx.rows(placementRow, sql`
    SELECT id, first_on, last_on, counting_kind FROM placement WHERE id = ANY (${[...new Set(lines.map((line) => line.placementId))]}::uuid[])`);
  const byId = <Row extends { readonly id: string }>(rows: readonly Row[]): Map<string, Row> => new Map(rows.map((row) => [row.id, row]));
  return { schools: byId(schools), trusts: byId(trusts), partnerships: byId(partnerships), placements: byId(placements) };
}

/** The id of a payer of a kind; null for another. */
function payerId(payer: KeptLine['payer'], kind: 'school' | 'trust'): string | null {
  return payer?.startsWith(`${kind}:`) ? payer.slice(kind.length + 1) : null;
}

function statementView(run: RunRow, row: StatementRow, lines: readonly KeptLine[], queries: readonly QueryRow[], known: Known): StatementView {
  const partnership = known.partnerships.get(row.partnership_id);
  const groups = lineGroups(lines).map((group) => groupView(run, row, group, queries, known));
  const inState = (...states: readonly GroupView['state'][]) => groups.filter((group) => states.includes(group.state));
  const withdrawn = new Set(inState('withdrawn').map((group) => group.placementId));
  return {
    id: row.id, number: row.number, partnershipName: partnership?.name ?? '', slug: partnership?.slug ?? '', sentOn: row.sent_on, replyBy: row.reply_by,
    agreement: `${row.terms.reference}, version ${row.terms.version}, ${row.terms.chargeClause}`, rule: ruleInWords(row.terms),
    tenths: lines.reduce((sum, line) => sum + line.tenths, 0), total: totalOf(lines),
    withdrawn: totalOf(inState('withdrawn')), held: totalOf(inState('queried', 'waiting')),
    payers: payerTotals(lines.filter((line) => !withdrawn.has(line.placementId)), known), groups,
  };
}

function ruleInWords(terms: KeptTerms): string {
  return `${measureName(terms.measure)}; ${formatPounds(terms.annualPence, 'short')} a year on ${terms.basisDays} days, `
    + `${formatPounds(pence((terms.annualPence * 2n + BigInt(terms.basisDays)) / (2n * BigInt(terms.basisDays))))} a place-day to the nearest penny`;
}

function payerTotals(lines: readonly KeptLine[], known: Known): PayerTotal[] {
  return [...grouped(lines.filter((line) => line.payer !== null), (line) => line.payer)].map(([payer, own]) => {
    return { name: payerName(payer, known), amount: totalOf(own), way: wayOf(payer, known) };
  });
}

/** A trust gets an invoice, never a journal. */
function wayOf(payer: KeptLine['payer'], known: Known): string {
  const school = known.schools.get(payerId(payer, 'school') ?? '');
  if (payerId(payer, 'trust') === null && !school) return 'Taken off the devolved money';
  return school?.sector === 'maintained' ? 'By journal' : 'By invoice';
}

function payerName(payer: KeptLine['payer'], known: Known): string {
  const [school, trust] = [payerId(payer, 'school'), payerId(payer, 'trust')];
  if (trust !== null) return known.trusts.get(trust)?.name ?? 'A trust';
  return school === null ? "The partnership's devolved money" : known.schools.get(school)?.name ?? 'A school';
}

function groupView(run: RunRow, row: StatementRow, group: { readonly placementId: string; readonly lines: readonly KeptLine[]; readonly tenths: number; readonly amount: Pence; readonly text: string }, queries: readonly QueryRow[], known: Known): GroupView {
  const own = queriesOf(queries, run.id, row.partnership_id, group.placementId);
  const placement = known.placements.get(group.placementId);
  const [first] = group.lines;
  return {
    placementId: group.placementId, reference: first?.reference ?? '', schoolName: known.schools.get(first?.schoolId ?? '')?.name ?? 'No school',
    firstOn: placement?.first_on ?? ('' as CalendarDate), lastOn: placement?.last_on ?? ('' as CalendarDate), afterExclusion: placement?.counting_kind === 'permanent_exclusion',
    tenths: group.tenths, amount: group.amount, state: groupState(run.state === 'posted', group.text, own), queries: own.map(queryView),
    days: group.lines.map((line): DayLineView => ({
      key: line.id, kind: line.kind, on: line.on, earlierMonth: line.month === run.month ? null : monthInWords(line.month), tenths: line.tenths, amount: line.amount,
      payer: line.payer === null ? null : payerName(line.payer, known), reason: line.reason,
    })),
  };
}

function queryView(row: QueryRow): QueryView {
  return {
    id: row.id, version: row.version, words: row.words, raisedBy: row.raised_name, raisedOn: londonDateOf(row.raised_at), owner: row.owner_name,
    answer: row.answer === null || row.answered_at === null ? null
      : { kind: row.answer, words: row.answer_words, by: row.answered_name ?? '', on: londonDateOf(row.answered_at) },
  };
}
