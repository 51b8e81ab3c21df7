import { z } from 'zod';
import { formatPounds, pence } from '@/lib/core/pence';
import type { World } from '@/scripts/run/worlds';
import { ownerOf } from './database';

const row = z.object({
  figures: z.object({ report: z.object({ quantities: z.array(z.object({ key: z.string(), value: z.number(), unit: z.enum(['count', 'pence']) })) }) }),
  control: z.object({ tables: z.array(z.object({ rows: z.array(z.object({ cells: z.array(z.object({ kind: z.string(), key: z.string().optional(), shown: z.union([z.string(), z.number()]) })) })) })) }),
});

/** The true amounts behind the [c] of a published version, as they would be read and as a file would carry them. */
export async function withheldAmounts(world: World, slug: string, month: string, number: number): Promise<string[]> {
  const { rows } = await ownerOf(world).query('SELECT v.figures, v.control FROM report_version v JOIN authority a ON a.id = v.authority_id WHERE a.slug = $1 AND v.month = $2 AND v.number = $3', [slug, month, number]);
  const { figures, control } = row.parse(rows[0]);
  const withheld = new Set(control.tables.flatMap((table) => table.rows.flatMap(({ cells }) => cells.flatMap((cell) => (cell.shown === '[c]' && cell.key !== undefined ? [cell.key] : [])))));
  return figures.report.quantities.filter(({ key, unit, value }) => withheld.has(key) && unit === 'pence' && Math.abs(value) > 10_000)
    .flatMap(({ value }) => [formatPounds(pence(Math.abs(value))), (Math.abs(value) / 100).toFixed(2), String(Math.abs(value))]);
}
