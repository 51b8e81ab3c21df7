import { pence } from '@/lib/core/pence';
import { notFoundRefusal } from '@/lib/core/refusal';
import type { Command } from '@/lib/server/command';
import { sql } from '@/lib/server/unit-of-work';
import { entered } from '../entered';
import { enterReserveInput } from '../input';
import { mayKeepSpend } from '../policy';
import type { FinancialYear } from '../types';

/** Enters what a reserve held at the beginning or the end of a financial year. The last entry counts. */
export const enterReserve: Command<typeof enterReserveInput, { year: FinancialYear }> = {
  name: 'spend.enter_reserve',
  input: enterReserveInput,
  handle: async (tx, { name, year, reserveEnd, sign, amount, source }) => {
    if (!mayKeepSpend(tx.actor)) throw notFoundRefusal();
    const signed = sign === 'deficit' ? pence(-amount) : amount;
    const id = await entered(tx, sql`
      INSERT INTO reserve_entry (authority_id, name, year, kind, pence, source, recorded_by, recorded_at)
      VALUES (${tx.authorityId}, ${name}, ${year}, ${reserveEnd}, ${signed}, ${source}, ${tx.actor.personId}::uuid, ${tx.now}) RETURNING id`);
    const when: string = reserveEnd === 'brought_forward' ? 'brought forward' : 'carried forward';
    return { outcome: { year }, audit: { subjectKind: 'reserve_entry', subjectId: id, reason: source, after: { name, financialYear: year, when, pence: signed } } };
  },
};
