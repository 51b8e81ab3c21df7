import { notFoundRefusal } from '@/lib/core/refusal';
import { pence } from '@/lib/core/pence';
import type { Command } from '@/lib/server/command';
import { sql } from '@/lib/server/unit-of-work';
import { entered } from '../entered';
import { enterBudgetInput } from '../input';
import { mayKeepSpend } from '../policy';
import { LINE_WORDS } from '../rules/lines';
import type { FinancialYear } from '../types';

/** Enters the budget of a line for a financial year. An earlier entry stays on record; the last one counts. */
export const enterBudget: Command<typeof enterBudgetInput, { year: FinancialYear }> = {
  name: 'spend.enter_budget',
  input: enterBudgetInput,
  handle: async (tx, { line, year, amount, profile, source, reason }) => {
    if (!mayKeepSpend(tx.actor)) throw notFoundRefusal();
    const signed = line === 'over_quota_income' ? pence(-amount) : amount;
    const id = await entered(tx, sql`
      INSERT INTO budget_entry (authority_id, line, year, pence, profile, source, reason, recorded_by, recorded_at)
      VALUES (${tx.authorityId}, ${line}, ${year}, ${signed}, ${profile}::int[], ${source}, ${reason}, ${tx.actor.personId}::uuid, ${tx.now}) RETURNING id`);
    const spendLine: string = LINE_WORDS[line].title;
    return { outcome: { year }, audit: { subjectKind: 'budget_entry', subjectId: id, reason, after: { spendLine, financialYear: year, pence: signed } } };
  },
};
