import { z } from 'zod';
import { grouped } from '@/lib/core/grouped';
import type { Pence } from '@/lib/core/pence';
import { uuidColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';
import { groupState, lineGroups, totalOf } from '../rules/line-groups';
import type { Month } from '../rules/months';
import { loadLines, loadQueries, loadRuns, queriesOf } from '../store';

/** What one partnership was charged for in one closed month: its statement without what was withdrawn or held back. */
export interface ChargedMonth {
  readonly month: Month;
  readonly partnershipId: string;
  /** Tenths of a place-day, corrections of earlier months among them. */
  readonly tenths: number;
  readonly amount: Pence;
  /** Ids of the pupils behind it. */
  readonly pupils: readonly string[];
}

const pupilRow = z.object({ id: uuidColumn, pupil_id: uuidColumn });

/**
 * The over-quota place-days and charge of every closed month from one on, by partnership: the one source of both
 * for each page that shows them as at a month's close. A partnership within its quota has no row of the month.
 */
export async function chargedMonths(tx: ReadTx, from: Month): Promise<ChargedMonth[]> {
  const runs = (await loadRuns(tx)).filter((run) => run.state === 'posted' && run.closed_at !== null && run.month >= from);
  const ids = runs.map((run) => run.id);
  const lines = (await loadLines(tx, ids)).filter((line) => line.kind !== 'zero');
  const queries = await loadQueries(tx, ids);
  const pupils = new Map((await tx.rows(pupilRow, sql`
    SELECT id, pupil_id FROM placement WHERE id = ANY (${[...new Set(lines.map((line) => line.placementId))]}::uuid[])`)).map((row) => [row.id, row.pupil_id]));
  return runs.flatMap((run) => [...grouped(lines.filter((line) => line.runId === run.id), (line) => line.partnershipId)].map(([partnershipId, own]): ChargedMonth => {
    const posted = lineGroups(own).filter((group) => groupState(true, group.text, queriesOf(queries, run.id, partnershipId, group.placementId)) === 'posted').flatMap((group) => group.lines);
    return {
      month: run.month, partnershipId, tenths: posted.reduce((sum, line) => sum + line.tenths, 0), amount: totalOf(posted),
      pupils: [...new Set(posted.flatMap((line) => pupils.get(line.placementId) ?? []))],
    };
  }));
}
