import { z } from 'zod';
import { dateInWords } from '@/lib/core/date-words';
import { conflict, notFoundRefusal } from '@/lib/core/refusal';
import { textColumn, uuidColumn } from '@/lib/server/columns';
import type { Command } from '@/lib/server/command';
import { sql } from '@/lib/server/unit-of-work';
import { queryLinesInput } from '../input';
import { mayQueryStatement } from '../policy';
import { loadLines, loadQueries, loadStatements, lockPeriods, monthColumn, queriesOf, runById } from '../store';

const made = z.object({ id: uuidColumn });
const partnershipRow = z.object({ slug: textColumn });

/** A partnership's lead queries one placement's lines on a draft statement. They are not posted before finance has answered. */
export const queryLines: Command<typeof queryLinesInput, { slug: string; month: z.output<typeof monthColumn> }> = {
  name: 'statement.query',
  input: queryLinesInput,
  handle: async (tx, input) => {
    const asked = (await loadStatements(tx)).find((one) => one.id === input.statementId);
    if (!asked || !mayQueryStatement(tx.actor, asked.partnership_id)) throw notFoundRefusal();
    await lockPeriods(tx);
    const [run, statement] = [await runById(tx, asked.run_id), (await loadStatements(tx)).find((one) => one.id === asked.id)];
    if (!run || !statement) throw notFoundRefusal();
    const lines = (await loadLines(tx, [run.id])).filter((line) => line.partnershipId === statement.partnership_id && line.placementId === input.placementId);
    if (lines.length === 0) throw notFoundRefusal();
    if (run.state === 'posted') throw conflict('This statement is posted. Tell the finance team: what is put right comes as a correction with the next month');
    if (tx.today > statement.reply_by) throw conflict(`Queries were open until ${dateInWords(statement.reply_by)}. Tell the finance team: what is put right comes as a correction`);
    const open = queriesOf(await loadQueries(tx, [run.id]), run.id, statement.partnership_id, input.placementId).some((one) => one.answer === null);
    if (open) throw conflict('These lines are queried already and wait for the answer');
    const query = await tx.row(made, sql`
      INSERT INTO statement_query (authority_id, statement_id, placement_id, words, raised_by, raised_at, owner_id)
      VALUES (${tx.authorityId}, ${statement.id}::uuid, ${input.placementId}::uuid, ${input.words}, ${tx.actor.personId}::uuid, ${tx.now}, ${run.drafted_by}::uuid) RETURNING id`);
    const partnership = await tx.row(partnershipRow, sql`SELECT slug FROM partnership WHERE id = ${statement.partnership_id}::uuid`);
    return {
      outcome: { slug: partnership?.slug ?? '', month: run.month },
      audit: { subjectKind: 'statement_query', subjectId: query?.id ?? '', after: { statement: statement.number, placement: input.placementId } },
    };
  },
};
