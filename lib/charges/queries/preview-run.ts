import { Refused } from '@/lib/core/refusal';
import { type Caller, type WriteTx, writeUnit } from '@/lib/server/unit-of-work';
import { draftRun } from '../commands/draft-run';
import { chargeMonth } from './charge-month';
import type { Month } from '../rules/months';
import type { ChargeMonthView } from '../types';

/** Carries the view out of the transaction that is rolled back. */
class RolledBack extends Error {
  constructor(readonly view: ChargeMonthView | null) {
    super('Rolled back');
  }
}

/**
 * What drawing a month up would give: the same command, in a transaction that is rolled back; or, in words, why it
 * cannot be drawn up now.
 */
export async function previewRun(caller: Caller, month: Month): Promise<ChargeMonthView | string | null> {
  try {
    await writeUnit(caller, async (tx: WriteTx) => {
      await draftRun.handle(tx, { month });
      throw new RolledBack(await chargeMonth(tx, month));
    });
  } catch (thrown) {
    if (thrown instanceof RolledBack) return thrown.view;
    if (thrown instanceof Refused && thrown.refusal.kind === 'conflict') return thrown.refusal.message;
    throw thrown;
  }
  return null;
}
