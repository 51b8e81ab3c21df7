import type { Month } from '@/lib/charges/rules/months';
import { pence } from '@/lib/core/pence';
import { invalid, notFoundRefusal } from '@/lib/core/refusal';
import type { Command } from '@/lib/server/command';
import { sql } from '@/lib/server/unit-of-work';
import { entered } from '../entered';
import { enterAmountInput } from '../input';
import { mayKeepSpend } from '../policy';
import { LINE_WORDS } from '../rules/lines';
import type { SpendLineKey } from '../types';

/**
 * Enters spend that no placement on record tells, or an estimate of a month to come. Entries add up; one that was wrong
 * is taken back by a credit. One for a month that is closed counts from the open month on, as every late fact does.
 */
export const enterAmount: Command<typeof enterAmountInput, { line: SpendLineKey; month: Month }> = {
  name: 'spend.enter_amount',
  input: enterAmountInput,
  handle: async (tx, { line, month, entryKind, direction, amount, source, reason }) => {
    if (!mayKeepSpend(tx.actor)) throw notFoundRefusal();
    if (amount === 0n) throw invalid('amount', 'Amount must be above zero');
    const signed = direction === 'credit' ? pence(-amount) : amount;
    const id = await entered(tx, sql`
      INSERT INTO spend_entry (authority_id, line, month, kind, pence, source, reason, recorded_by, recorded_at)
      VALUES (${tx.authorityId}, ${line}, ${month}, ${entryKind}, ${signed}, ${source}, ${reason}, ${tx.actor.personId}::uuid, ${tx.now}) RETURNING id`);
    const spendLine: string = LINE_WORDS[line].title;
    return { outcome: { line, month }, audit: { subjectKind: 'spend_entry', subjectId: id, reason, after: { spendLine, month, entryKind, pence: signed } } };
  },
};
