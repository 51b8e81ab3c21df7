/** Short reports for tests of disclosure control: one column of figures, and what a test changes in them. */
import type { Quantity } from '@/lib/publishing/rules/disclosure/figures';
import type { Relation } from '@/lib/publishing/rules/disclosure/relations';
import type { DraftCell, PublishedReport, ReportDraft, ShownCell } from '@/lib/publishing/rules/disclosure/report';

/** A report of October 2026 with one table; each figure is a row of its own, then the other cells. */
export function listDraft(
  quantities: readonly Quantity[], relations: readonly Relation[],
  { month = '2026-10', version = 1, title = 'Pupils', cells = [], printed = quantities.map((one) => one.key) }: {
    readonly month?: string; readonly version?: number; readonly title?: string; readonly cells?: readonly DraftCell[]; readonly printed?: readonly string[];
  } = {},
): ReportDraft {
  const figures = printed.map((key): DraftCell => ({ kind: 'figure', key }));
  return {
    title: 'Monthly spend', month, version, quantities, relations,
    tables: [{ title, columns: ['Number'], rows: [...figures, ...cells].map((cell, index) => ({ title: cell.kind === 'figure' ? cell.key : `row ${index + 1}`, cells: [cell] })) }],
  };
}

/** Key to what is shown, of every cell that shows one figure. */
export function shownBy(report: PublishedReport): Record<string, unknown> {
  return Object.fromEntries(report.tables.flatMap((table) => table.rows.flatMap((row) => row.cells.flatMap((cell) => (cell.kind === 'figure' || cell.kind === 'rounded' ? [[cell.key, cell.shown]] : [])))));
}

/** The report with one figure shown after all, as a slip would. */
export function showing(report: PublishedReport, key: string, value: number): PublishedReport {
  const changed = (cell: ShownCell): ShownCell => (cell.kind === 'figure' && cell.key === key ? { ...cell, shown: value } : cell);
  return { ...report, tables: report.tables.map((table) => ({ ...table, rows: table.rows.map((row) => ({ ...row, cells: row.cells.map(changed) })) })) };
}
