import { conflict, notFoundRefusal } from '@/lib/core/refusal';
import type { Command } from '@/lib/server/command';
import { sql } from '@/lib/server/unit-of-work';
import { closePeriodInput } from '../input';
import { mayRunCharges } from '../policy';
import { type Month, monthInWords } from '../rules/months';
import { loadPeriods, loadRuns, lockPeriods } from '../store';

/** Closes a month for good. What becomes known later is a correction in the next open month. */
export const closePeriod: Command<typeof closePeriodInput, { month: Month }> = {
  name: 'period.close',
  input: closePeriodInput,
  handle: async (tx, { periodId }) => {
    if (!mayRunCharges(tx.actor)) throw notFoundRefusal();
    await lockPeriods(tx);
    const [periods, runs] = [await loadPeriods(tx), await loadRuns(tx)];
    const period = periods.find((one) => one.id === periodId);
    if (!period) throw notFoundRefusal();
    const title = monthInWords(period.month);
    if (period.closed_at !== null) throw conflict(`${title} is closed already`);
    if (runs.find((run) => run.period_id === periodId)?.state !== 'posted') throw conflict(`Post the charge of ${title} before the month is closed`);
    const earlier = periods.find((one) => one.month < period.month && one.closed_at === null);
    if (earlier) throw conflict(`Close ${monthInWords(earlier.month)} first`);
    await tx.execute(sql`UPDATE ledger_period SET closed_at = ${tx.now}, closed_by = ${tx.actor.personId}::uuid WHERE id = ${periodId}::uuid`);
    return { outcome: { month: period.month }, audit: { subjectKind: 'ledger_period', subjectId: periodId, before: { closed: false }, after: { closed: true, month: period.month } } };
  },
};
