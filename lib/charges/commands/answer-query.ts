import { formatPounds } from '@/lib/core/pence';
import { conflict, notFoundRefusal, stale } from '@/lib/core/refusal';
import { loadSettings } from '@/lib/organisations/settings';
import type { Command } from '@/lib/server/command';
import { sql } from '@/lib/server/unit-of-work';
import { answerQueryInput } from '../input';
import { mayRunCharges } from '../policy';
import { openPeriodFrom, postLines } from '../post-groups';
import { lineGroups } from '../rules/line-groups';
import { type Month, monthInWords } from '../rules/months';
import { loadLines, loadQueries, loadRuns, loadStatements, lockPeriods } from '../store';

/**
 * Answers a query once. Upheld, its lines are withdrawn: the record is put right and the next drawing-up charges what it
 * then says. Refused, they post with the run, or at once where the run is posted, in a month that is open.
 */
export const answerQuery: Command<typeof answerQueryInput, { month: Month }> = {
  name: 'statement.answer',
  input: answerQueryInput,
  handle: async (tx, input) => {
    if (!mayRunCharges(tx.actor)) throw notFoundRefusal();
    await lockPeriods(tx);
    const runs = await loadRuns(tx);
    const query = (await loadQueries(tx, runs.map((run) => run.id))).find((one) => one.id === input.queryId);
    const run = runs.find((one) => one.id === query?.run_id);
    const statement = (await loadStatements(tx)).find((one) => one.id === query?.statement_id);
    if (!query || !run || !statement) throw notFoundRefusal();
    if (query.answer !== null && query.version === input.version) throw conflict('This query is answered already. An answer stays as it was given');
    if (query.version !== input.version) throw stale('Somebody answered this query while you had the page open. Nothing of yours was saved', [`Answer: ${query.answer ?? 'open'}. ${query.answer_words}`]);
    const [group] = lineGroups((await loadLines(tx, [run.id])).filter((line) => line.partnershipId === statement.partnership_id && line.placementId === query.placement_id));
    if (run.state === 'posted' && input.answer === 'refused' && group) {
      const { two_people_post_from: pounds } = await loadSettings(tx);
      const size = group.amount < 0n ? -group.amount : group.amount;
      if (size >= BigInt(pounds) * 100n && run.drafted_by === tx.actor.personId) {
        throw conflict(`Refusing this query posts ${formatPounds(group.amount)}, at or above the limit for two people, and you drew the charge up. Somebody else in finance answers it`);
      }
    }
    await tx.execute(sql`
      UPDATE statement_query SET answer = ${input.answer}, answer_words = ${input.answerWords}, answered_lines = ${group?.text ?? ''}, answered_by = ${tx.actor.personId}::uuid,
             answered_at = ${tx.now}, version = version + 1 WHERE id = ${query.id}::uuid`);
    if (run.state === 'posted' && input.answer === 'refused' && group) {
      await postLines(tx, group.lines, {
        periodId: await openPeriodFrom(tx, run.period_id), statementId: statement.id, queryId: query.id, partnershipId: statement.partnership_id, key: `query ${query.id}`,
        words: `Over-quota charge, ${monthInWords(run.month)}, statement ${statement.number}, after a query`, personId: tx.actor.personId,
      });
    }
    return {
      outcome: { month: run.month },
      audit: { subjectKind: 'statement_query', subjectId: query.id, before: { answer: null }, after: { answer: input.answer, statement: statement.number } },
    };
  },
};
