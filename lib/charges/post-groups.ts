import { z } from 'zod';
import { grouped } from '@/lib/core/grouped';
import { pence, type Pence } from '@/lib/core/pence';
import { uuidColumn } from '@/lib/server/columns';
import { type WriteTx, sql } from '@/lib/server/unit-of-work';
import { incomeAccount } from './accounts';
import { issueInvoice } from './issue-invoice';
import { firstDayOf, lastDayOf, nextMonth } from './rules/months';
import { totalOf } from './rules/line-groups';
import { type KeptLine, loadPeriods } from './store';

/** Of what the entries are: a statement, and the query whose answer lets them post. */
export interface PostingOf {
  readonly periodId: string;
  readonly statementId: string;
  readonly queryId: string | null;
  readonly partnershipId: string;
  /** `charge CS-2026-03-south`: with the payer's account it is posted once. */
  readonly key: string;
  readonly words: string;
  readonly personId: string;
}

const made = z.object({ id: uuidColumn });

/** One balanced transaction a payer: what the payer owes, against the partnership's income, with its invoice. Gives the sum. */
export async function postLines(tx: WriteTx, lines: readonly KeptLine[], of: PostingOf): Promise<Pence> {
  const income = await incomeAccount(tx, of.partnershipId);
  for (const [accountId, own] of grouped(lines.filter((line) => line.accountId !== null), (line) => line.accountId)) {
    const amount = totalOf(own);
    if (amount === 0n || accountId === null) continue;
    const posted = await tx.row(made, sql`
      INSERT INTO ledger_transaction (authority_id, period_id, business_key, statement_id, query_id, words, posted_by, posted_at)
      VALUES (${tx.authorityId}, ${of.periodId}::uuid, ${`${of.key} ${accountId}`}, ${of.statementId}::uuid, ${of.queryId}::uuid, ${of.words}, ${of.personId}::uuid, ${tx.now})
      RETURNING id`);
    await tx.execute(sql`
      INSERT INTO ledger_entry (authority_id, transaction_id, account_id, pence)
      VALUES (${tx.authorityId}, ${posted?.id}::uuid, ${accountId}::uuid, ${amount}), (${tx.authorityId}, ${posted?.id}::uuid, ${income}::uuid, ${pence(-amount)})`);
    if (posted) await issueInvoice(tx, { transactionId: posted.id, accountId, statementId: of.statementId, periodId: of.periodId, amount });
  }
  return totalOf(lines);
}

/** The run's own period while it is open; else the first open one after it, made where there is none. */
export async function openPeriodFrom(tx: WriteTx, periodId: string): Promise<string> {
  const periods = await loadPeriods(tx);
  const at = periods.findIndex((one) => one.id === periodId);
  const open = periods.slice(at).find((one) => one.closed_at === null);
  const last = periods.at(-1);
  if (open) return open.id;
  if (!last) throw new Error('There is no ledger period');
  const month = nextMonth(last.month);
  const next = await tx.row(made, sql`
    INSERT INTO ledger_period (authority_id, month, first_on, last_on)
    VALUES (${tx.authorityId}, ${month}, ${firstDayOf(month)}::date, ${lastDayOf(month)}::date) RETURNING id`);
  if (!next) throw new Error('The ledger period was not made');
  return next.id;
}
