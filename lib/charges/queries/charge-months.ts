import { z } from 'zod';
import { addDays } from '@/lib/core/calendar-date';
import { countColumn, penceColumn, uuidColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';
import { drawUp } from '../draw-up';
import { mayRunCharges } from '../policy';
import { firstDayOf, lastDayOf, type Month, monthInWords, monthOf, nextMonth } from '../rules/months';
import { loadLines, loadRuns, type RunRow } from '../store';
import type { MonthRow } from '../types';
import { chargeExceptions } from './charge-exceptions';
import { stateInWords, stateOf } from './charge-month';

const sumRow = z.object({ run_id: uuidColumn, pence: penceColumn, open: countColumn });

/** Finance's months: the next to draw up first, then the ones that are, newest first. Null for others. */
export async function chargeMonths(tx: ReadTx): Promise<MonthRow[] | null> {
  if (!mayRunCharges(tx.actor)) return null;
  const runs = await loadRuns(tx);
  const sums = new Map((await tx.rows(sumRow, sql`
    SELECT r.id AS run_id,
           (SELECT coalesce(sum(l.pence), 0)::bigint FROM charge_line l WHERE l.authority_id = r.authority_id AND l.run_id = r.id AND l.draft = r.draft) AS pence,
           (SELECT count(*) FROM statement_query q JOIN charge_statement s ON s.authority_id = q.authority_id AND s.id = q.statement_id
             WHERE s.authority_id = r.authority_id AND s.run_id = r.id AND q.answer IS NULL) AS open
      FROM charge_run r`)).map((row) => [row.run_id, row]));
  const drawn: MonthRow[] = [];
  for (const run of runs) {
    drawn.unshift({
      month: run.month, title: monthInWords(run.month), state: stateOf(run), stateWords: stateInWords(run), total: sums.get(run.id)?.pence ?? null,
      exceptions: run.state === 'draft' ? await exceptionCount(tx, run.month, run) : null, openQueries: sums.get(run.id)?.open ?? 0,
    });
  }
  const next = nextToDraw(runs.at(-1)?.month ?? null, tx);
  if (next === null) return drawn;
  const open: MonthRow = {
    month: next, title: monthInWords(next), state: 'not_drafted', stateWords: stateInWords(null), total: null, exceptions: await exceptionCount(tx, next, null), openQueries: 0,
  };
  return [open, ...drawn];
}

/** The placements and sites with something missing, and the schools that are not charged for want of a binding agreement. */
async function exceptionCount(tx: ReadTx, month: Month, run: RunRow | null): Promise<number> {
  const lines = run === null ? (await drawUp(tx, month)).lines : await loadLines(tx, [run.id]);
  const unbound = new Set(lines.filter((line) => line.kind === 'zero').map((line) => `${line.partnershipId} ${line.schoolId}`));
  return unbound.size + (await chargeExceptions(tx, month, [])).length;
}

/** The month after the last one drawn up; before any is, the one that ended last. Null while that month runs. */
function nextToDraw(last: Month | null, tx: ReadTx): Month | null {
  const ended = monthOf(addDays(firstDayOf(monthOf(tx.today)), -1));
  const next = last === null ? ended : nextMonth(last);
  return lastDayOf(next) < tx.today ? next : null;
}
