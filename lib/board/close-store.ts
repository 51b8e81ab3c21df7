import { z } from 'zod';
import { monthColumn } from '@/lib/charges/store';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';
import type { CloseContent } from './types';

// Written by this module alone, from these types, and never changed by anybody: the outline is checked.
const outline = z.object({ month: z.string(), on: z.string(), figures: z.record(z.string(), z.object({ days: z.string() })), quotas: z.array(z.unknown()), sites: z.array(z.unknown()) });
const contentColumn = z.custom<CloseContent>((value) => outline.safeParse(value).success);
const closeRow = z.object({ month: monthColumn, content: contentColumn });

/** What the Board reads of every month that is frozen, earliest first. */
export async function loadCloses(tx: ReadTx): Promise<CloseContent[]> {
  return (await tx.rows(closeRow, sql`SELECT month, content FROM board_close ORDER BY month`)).map((row) => row.content);
}
