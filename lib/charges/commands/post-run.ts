import { dateInWords } from '@/lib/core/date-words';
import { formatPounds, pence } from '@/lib/core/pence';
import { conflict, notFoundRefusal, stale } from '@/lib/core/refusal';
import type { Command } from '@/lib/server/command';
import { sql } from '@/lib/server/unit-of-work';
import { postRunInput } from '../input';
import { mayRunCharges } from '../policy';
import { postLines } from '../post-groups';
import { groupState, lineGroups } from '../rules/line-groups';
import { type Month, monthInWords } from '../rules/months';
import { whyNotPosted } from '../rules/why-not-posted';
import { loadLines, loadQueries, loadStatements, lockPeriods, queriesOf, runById } from '../store';

/** Posts the lines of a month's draft that nobody queries; queried ones wait with who answers them, withdrawn ones stay out. */
export const postRun: Command<typeof postRunInput, { month: Month }> = {
  name: 'charge_run.post',
  input: postRunInput,
  handle: async (tx, input) => {
    if (!mayRunCharges(tx.actor)) throw notFoundRefusal();
    await lockPeriods(tx);
    const run = await runById(tx, input.runId);
    if (!run) throw notFoundRefusal();
    const refused = whyNotPosted({ isPosted: run.state === 'posted', draftUntil: run.draft_until, needsSecond: run.needs_second, draftedBy: run.drafted_by }, tx.actor.personId, tx.today);
    if (refused !== null) throw conflict(refused);
    if (run.version !== input.version) throw stale('The charge was drawn up afresh while you had the page open. Nothing was posted. Look at the lines as they are now', [`Drawn up on ${dateInWords(tx.today)}`]);
    const [lines, queries, statements] = [await loadLines(tx, [run.id]), await loadQueries(tx, [run.id]), await loadStatements(tx)];
    let posted = pence(0);
    let waiting = 0;
    for (const statement of statements.filter((one) => one.run_id === run.id)) {
      const groups = lineGroups(lines.filter((line) => line.partnershipId === statement.partnership_id)).map((group) => ({
        ...group, state: groupState(true, group.text, queriesOf(queries, run.id, statement.partnership_id, group.placementId)),
      }));
      waiting += groups.filter((group) => group.state === 'waiting').length;
      posted = pence(posted + await postLines(tx, groups.filter((group) => group.state === 'posted').flatMap((group) => group.lines), {
        periodId: run.period_id, statementId: statement.id, queryId: null, partnershipId: statement.partnership_id, key: `charge ${statement.number}`,
        words: `Over-quota charge, ${monthInWords(run.month)}, statement ${statement.number}`, personId: tx.actor.personId,
      }));
    }
    await tx.execute(sql`
      UPDATE charge_run SET state = 'posted', posted_at = ${tx.now}, posted_by = ${tx.actor.personId}::uuid, version = version + 1 WHERE id = ${run.id}::uuid`);
    return {
      outcome: { month: run.month },
      audit: { subjectKind: 'charge_run', subjectId: run.id, before: { state: 'draft' }, after: { state: 'posted', month: run.month, posted: formatPounds(posted), waiting } },
    };
  },
};
