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

const placed = z.object({ control: z.object({ tables: z.array(z.object({
  title: z.string(), columns: z.array(z.string()), rows: z.array(z.object({ title: z.string(), cells: z.array(z.object({ shown: z.union([z.string(), z.number()]) })) })),
})) }) });

/** Table, row and column of every [c] of a published version, and every version there is. */
export async function withheldCells(world: World, slug: string): Promise<{ readonly month: string; readonly number: number; readonly cells: readonly (readonly [table: string, row: string, column: string])[] }[]> {
  const { rows } = await ownerOf(world).query<{ month: string; number: number }>("SELECT v.month, v.number, v.control FROM report_version v JOIN authority a ON a.id = v.authority_id WHERE a.slug = $1 AND v.state = 'published' ORDER BY v.month, v.number", [slug]);
  return rows.map((version) => ({
    month: version.month, number: version.number,
    cells: placed.parse(version).control.tables.flatMap((table) => table.rows.flatMap((own) => own.cells.flatMap((cell, at) => (cell.shown === '[c]' ? [[table.title, own.title, table.columns[at] ?? ''] as const] : [])))),
  }));
}
