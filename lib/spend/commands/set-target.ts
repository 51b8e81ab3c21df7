import { invalid, notFoundRefusal } from '@/lib/core/refusal';
import type { Command } from '@/lib/server/command';
import { sql } from '@/lib/server/unit-of-work';
import { entered } from '../entered';
import { setTargetInput } from '../input';
import { mayKeepSpend } from '../policy';
import { firstDayOfYear, lastDayOfYear } from '../rules/financial-year';
import { LINE_WORDS } from '../rules/lines';

/** Sets a target for a line: from a baseline down in equal steps, one a year. A target of the same name takes the place of the earlier one. */
export const setTarget: Command<typeof setTargetInput, { name: string }> = {
  name: 'spend.set_target',
  input: setTargetInput,
  handle: async (tx, { line, name, baseline, target, year, lastYear, source }) => {
    if (!mayKeepSpend(tx.actor)) throw notFoundRefusal();
    if (lastYear < year) throw invalid('lastYear', 'The year of the target must be the first year or a later one');
    const id = await entered(tx, sql`
      INSERT INTO spend_target (authority_id, line, name, baseline_pence, target_pence, steps_from, target_on, source, recorded_by, recorded_at)
      VALUES (${tx.authorityId}, ${line}, ${name}, ${baseline}, ${target}, ${firstDayOfYear(year)}::date, ${lastDayOfYear(lastYear)}::date, ${source},
              ${tx.actor.personId}::uuid, ${tx.now}) RETURNING id`);
    const spendLine: string = LINE_WORDS[line].title;
    return {
      outcome: { name }, audit: { subjectKind: 'spend_target', subjectId: id, reason: source, after: { spendLine, name, pence: target, financialYear: lastYear } },
    };
  },
};
