import { z } from 'zod';
import type { Pence } from '@/lib/core/pence';
import { scopeIds } from '@/lib/core/roles';
import { belongsToPartnership } from '@/lib/placements/policy';
import { dateColumn, penceColumn, textColumn, uuidColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';
import { mayQueryStatement } from '../policy';
import { isMonth, type Month, monthInWords } from '../rules/months';
import { loadRuns, monthColumn } from '../store';
import type { MonthState, StatementView } from '../types';
import { stateInWords, stateOf } from './charge-month';
import { statementViews } from './statement-view';

const partnershipRow = z.object({ id: uuidColumn, name: textColumn, slug: textColumn, members: z.array(z.string()) });
const listRow = z.object({ slug: textColumn, name: textColumn, month: monthColumn, run_id: uuidColumn, number: textColumn, reply_by: dateColumn, pence: penceColumn });

/** One statement on the list of a lead or a head. */
export interface StatementLine {
  readonly key: string;
  readonly slug: string;
  readonly name: string;
  readonly month: Month;
  readonly title: string;
  readonly stateWords: string;
  readonly total: Pence;
}

export interface PartnershipStatement {
  readonly partnershipName: string;
  readonly slug: string;
  readonly month: Month;
  readonly title: string;
  readonly state: MonthState;
  readonly stateWords: string;
  /** Null where nothing was sent for the month. */
  readonly statement: StatementView | null;
  /** The lead, while queries are open. */
  readonly mayQuery: boolean;
}

/** A partnership's statement of a month, for its lead and its schools' heads; null for others and for what is no month. */
export async function partnershipStatement(tx: ReadTx, slug: string, month: string): Promise<PartnershipStatement | null> {
  if (!isMonth(month) || !tx.actor) return null;
  const partnership = (await ownPartnerships(tx)).find((one) => one.slug === slug);
  if (!partnership) return null;
  const run = (await loadRuns(tx)).find((one) => one.month === month) ?? null;
  const [statement = null] = run ? await statementViews(tx, run, partnership.id) : [];
  return {
    partnershipName: partnership.name, slug, month, title: monthInWords(month), state: stateOf(run), stateWords: stateInWords(run), statement,
    mayQuery: mayQueryStatement(tx.actor, partnership.id) && run?.state === 'draft' && statement !== null && tx.today <= statement.replyBy,
  };
}

/** Every statement that was sent to the partnerships of a lead or a head, newest first. */
export async function statementList(tx: ReadTx): Promise<StatementLine[]> {
  const own = await ownPartnerships(tx);
  const runs = new Map((await loadRuns(tx)).map((run) => [run.id, run]));
  const found = own.length === 0 ? [] : await tx.rows(listRow, sql`
    SELECT p.slug, p.name, d.month, r.id AS run_id, s.number, s.reply_by,
           (SELECT coalesce(sum(l.pence), 0)::bigint FROM charge_line l
             WHERE l.authority_id = r.authority_id AND l.run_id = r.id AND l.draft = r.draft AND l.partnership_id = s.partnership_id) AS pence
      FROM charge_statement s
      JOIN charge_run r ON r.authority_id = s.authority_id AND r.id = s.run_id
      JOIN ledger_period d ON d.authority_id = r.authority_id AND d.id = r.period_id
      JOIN partnership p ON p.authority_id = s.authority_id AND p.id = s.partnership_id
     WHERE s.partnership_id = ANY (${own.map((one) => one.id)}::uuid[]) ORDER BY d.month DESC, p.display_order, p.name`);
  return found.map((row) => ({
    key: row.number, slug: row.slug, name: row.name, month: row.month, title: monthInWords(row.month), stateWords: stateInWords(runs.get(row.run_id) ?? null), total: row.pence,
  }));
}

/** The partnerships that a person leads, or of which a school they head is a member today. */
async function ownPartnerships(tx: ReadTx): Promise<z.output<typeof partnershipRow>[]> {
  const { actor } = tx;
  if (!actor || (scopeIds(actor, 'partnership_lead').length === 0 && scopeIds(actor, 'headteacher').length === 0)) return [];
  const all = await tx.rows(partnershipRow, sql`
    SELECT p.id, p.name, p.slug, ARRAY(SELECT m.establishment_id::text FROM partnership_member m
             WHERE m.authority_id = p.authority_id AND m.partnership_id = p.id AND m.first_on <= ${tx.today}::date AND (m.last_on IS NULL OR m.last_on >= ${tx.today}::date)) AS members
      FROM partnership p ORDER BY p.display_order, p.name`);
  return all.filter((one) => belongsToPartnership(actor, one.id, one.members));
}
