import { z } from 'zod';
import { londonDateOf } from '@/lib/core/calendar-date';
import { dateInWords } from '@/lib/core/date-words';
import { pence } from '@/lib/core/pence';
import { textColumn, uuidColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';
import { mayRunCharges } from '../policy';
import { totalOf } from '../rules/line-groups';
import { type Month, monthInWords } from '../rules/months';
import { whyNotPosted } from '../rules/why-not-posted';
import { loadPeriods, loadRuns, type RunRow } from '../store';
import type { ChargeMonthView, MonthState, StatementView } from '../types';
import { chargeExceptions } from './charge-exceptions';
import { statementViews } from './statement-view';

const personRow = z.object({ id: uuidColumn, name: textColumn });

/** A month as finance sees it; null for others. A month that is not drawn up has no statements yet. */
export async function chargeMonth(tx: ReadTx, month: Month): Promise<ChargeMonthView | null> {
  if (!mayRunCharges(tx.actor)) return null;
  const run = (await loadRuns(tx)).find((one) => one.month === month) ?? null;
  const period = (await loadPeriods(tx)).find((one) => one.month === month);
  const statements = run ? await statementViews(tx, run) : [];
  const state = stateOf(run);
  const people = new Map((await tx.rows(personRow, sql`SELECT id, name FROM person WHERE id = ANY (${[run?.drafted_by, run?.posted_by].filter((id) => typeof id === 'string')}::uuid[])`))
    .map((one) => [one.id, one.name]));
  return {
    month, title: monthInWords(month), state, stateWords: stateInWords(run), periodId: period?.id ?? null, statements, total: totalOfStatements(statements),
    exceptions: state === 'posted' || state === 'closed' ? [] : await chargeExceptions(tx, month, statements),
    run: run && {
      id: run.id, version: run.version, draftedBy: people.get(run.drafted_by) ?? '', draftedOn: londonDateOf(run.drafted_at), draftUntil: run.draft_until, needsSecond: run.needs_second,
      postedBy: run.posted_by === null ? null : people.get(run.posted_by) ?? '', postedOn: run.posted_at === null ? null : londonDateOf(run.posted_at),
    },
    notYet: run === null || run.state === 'posted' ? null
      : whyNotPosted({ isPosted: false, draftUntil: run.draft_until, needsSecond: run.needs_second, draftedBy: run.drafted_by }, tx.actor.personId, tx.today),
  };
}

export function stateOf(run: RunRow | null): MonthState {
  if (run === null) return 'not_drafted';
  if (run.closed_at !== null) return 'closed';
  return run.state;
}

export function stateInWords(run: RunRow | null): string {
  switch (stateOf(run)) {
    case 'not_drafted': return 'Not drawn up';
    case 'draft': return `Draft, open to queries until ${run ? dateInWords(run.draft_until) : ''}`;
    case 'posted': return `Posted on ${run?.posted_at ? dateInWords(londonDateOf(run.posted_at)) : ''}, month open`;
    case 'closed': return `Closed on ${run?.closed_at ? dateInWords(londonDateOf(run.closed_at)) : ''}`;
  }
}

function totalOfStatements(statements: readonly StatementView[]) {
  return totalOf(statements.map((one) => ({ amount: pence(one.total) })));
}
