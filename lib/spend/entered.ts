import { z } from 'zod';
import { uuidColumn } from '@/lib/server/columns';
import type { WriteTx } from '@/lib/server/unit-of-work';

const idRow = z.object({ id: uuidColumn });

/** Runs an insert that returns the new row's id. */
export async function entered(tx: WriteTx, insert: Parameters<WriteTx['execute']>[0]): Promise<string> {
  const row = await tx.row(idRow, insert);
  if (row === null) throw new Error('The entry was not made');
  return row.id;
}
