import { z } from 'zod';
import { textColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';

const nameRow = z.object({ name: textColumn });

/** Names of the authority's schools, partnerships, providers and sites. */
export async function namedPlaces(tx: ReadTx): Promise<string[]> {
  return (await tx.rows(nameRow, sql`
    SELECT name FROM establishment UNION SELECT name FROM partnership UNION SELECT name FROM provider UNION SELECT name FROM site ORDER BY 1`)).map((row) => row.name);
}
