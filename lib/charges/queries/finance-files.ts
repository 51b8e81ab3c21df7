import { z } from 'zod';
import { textColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';
import { filesOfPeriod, rowsForFile } from '../finance-files';
import { mayRunCharges } from '../policy';
import { monthColumn } from '../store';
import type { FilesOfWay } from '../types';

export const FILE_WAYS = ['journal', 'invoice'] as const;

/** The files of a posted month for the finance system. */
export async function financeFiles(tx: ReadTx, periodId: string): Promise<FilesOfWay[]> {
  if (!mayRunCharges(tx.actor)) return [];
  const files = await filesOfPeriod(tx, periodId);
  const found: FilesOfWay[] = [];
  for (const way of FILE_WAYS) {
    const own = files.filter((file) => file.way === way);
    found.push({ way, files: own, toMake: (await rowsForFile(tx, periodId, way)).length, costCode: own.at(-1)?.cost_code ?? '' });
  }
  return found;
}

const contentRow = z.object({ content: textColumn, way: z.enum(FILE_WAYS), number: z.number(), month: monthColumn });

/** A file as it was made, for download. Null for others and for what is none. */
export async function financeFileContent(tx: ReadTx, id: string): Promise<{ readonly fileName: string; readonly content: string } | null> {
  if (!mayRunCharges(tx.actor) || !z.uuid().safeParse(id).success) return null;
  const file = await tx.row(contentRow, sql`
    SELECT f.content, f.way, f.number, p.month FROM finance_file f JOIN ledger_period p ON p.authority_id = f.authority_id AND p.id = f.period_id WHERE f.id = ${id}::uuid`);
  return file && { content: file.content, fileName: `over-quota-${file.way === 'journal' ? 'journals' : 'invoices'}-${file.month}-${file.number}.csv` };
}
