import { createHash } from 'node:crypto';
import { z } from 'zod';
import { pence } from '@/lib/core/pence';
import { conflict, notFoundRefusal } from '@/lib/core/refusal';
import { uuidColumn } from '@/lib/server/columns';
import type { Command } from '@/lib/server/command';
import { sql } from '@/lib/server/unit-of-work';
import { rowsForFile } from '../finance-files';
import { makeFinanceFileInput } from '../input';
import { mayRunCharges } from '../policy';
import { financeFileText } from '../finance-file-text';
import type { Month } from '../rules/months';
import { loadPeriods, lockPeriods } from '../store';

const made = z.object({ id: uuidColumn });
const lastRow = z.object({ number: z.number() });

/** Makes the file of a month for the finance system from what no file has yet, and keeps it as it is: each movement goes over once. */
export const makeFinanceFile: Command<typeof makeFinanceFileInput, { month: Month }> = {
  name: 'finance_file.make',
  input: makeFinanceFileInput,
  handle: async (tx, { periodId, way, costCode }) => {
    if (!mayRunCharges(tx.actor)) throw notFoundRefusal();
    await lockPeriods(tx);
    const period = (await loadPeriods(tx)).find((one) => one.id === periodId);
    if (!period) throw notFoundRefusal();
    const rows = await rowsForFile(tx, periodId, way);
    if (rows.length === 0) throw conflict(way === 'journal' ? 'Every journal of this month is in a file already' : 'Every invoice of this month is in a file already');
    const content = financeFileText(rows, costCode);
    const contentHash = createHash('sha256').update(content).digest('hex');
    const last = await tx.row(lastRow, sql`SELECT coalesce(max(number), 0)::int AS number FROM finance_file WHERE period_id = ${periodId}::uuid AND way = ${way}`);
    const total = pence(rows.reduce((sum, row) => sum + row.amount, 0n));
    const file = await tx.row(made, sql`
      INSERT INTO finance_file (authority_id, period_id, way, number, cost_code, content, content_hash, rows, pence, made_by, made_at)
      VALUES (${tx.authorityId}, ${periodId}::uuid, ${way}, ${(last?.number ?? 0) + 1}, ${costCode}, ${content}, ${contentHash}, ${rows.length}, ${total}, ${tx.actor.personId}::uuid, ${tx.now}) RETURNING id`);
    await tx.execute(sql`
      INSERT INTO finance_file_line (authority_id, file_id, transaction_id)
      SELECT ${tx.authorityId}, ${file?.id}::uuid, t.id FROM unnest(${rows.map((row) => row.transactionId)}::uuid[]) t (id)`);
    return {
      outcome: { month: period.month },
      audit: { subjectKind: 'finance_file', subjectId: file?.id ?? '', after: { month: period.month, kind: way, rows: rows.length, pence: total, hash: contentHash } },
    };
  },
};
