/** The lead of the partnership that is over its quota asks about one placement; finance answers that the lines stand. */
import { answerQuery } from '@/lib/charges/commands/answer-query';
import { queryLines } from '@/lib/charges/commands/query-lines';
import type { Month } from '@/lib/charges/rules/months';
import { loadLines, loadQueries, loadRuns, loadStatements } from '@/lib/charges/store';
import { addDays, type CalendarDate } from '@/lib/core/calendar-date';
import { readUnit } from '@/lib/server/unit-of-work';
import { act, callerAs, type ChargePeople } from './run-months';

const QUERIED_MONTH = '2025-11';

export async function queryOne(authorityId: string, people: ChargePeople, month: Month, on: CalendarDate): Promise<void> {
  const partnershipId = people.lead?.roles[0]?.partnershipId ?? null;
  if (month !== QUERIED_MONTH || people.lead === null || partnershipId === null) return;
  const found = await readUnit(callerAs(authorityId, people.drawsUp, on), async (tx) => {
    const run = (await loadRuns(tx)).find((one) => one.month === month);
    const statement = (await loadStatements(tx)).find((one) => one.run_id === run?.id && one.partnership_id === partnershipId);
    const line = run ? (await loadLines(tx, [run.id])).filter((one) => one.partnershipId === partnershipId && one.kind === 'charge').at(-1) : undefined;
    return statement && line && run ? { runId: run.id, statementId: statement.id, placementId: line.placementId } : null;
  });
  // A partnership that stayed within its quota has nothing to ask about.
  if (found === null) return;
  const { runId, ...fields } = found;
  await act(queryLines, callerAs(authorityId, people.lead, on), { ...fields, words: 'The school counts the first day as an induction day. Is it charged?' });
  const caller = callerAs(authorityId, people.posts, addDays(on, 1));
  const query = (await readUnit(caller, (tx) => loadQueries(tx, [runId]))).at(-1);
  if (!query) throw new Error('The query is not on record');
  await act(answerQuery, caller, {
    queryId: query.id, version: query.version, answer: 'refused', answerWords: 'The agreement counts the first day on which the pupil attends (clause 4), and the site recorded it',
  });
}
