import { z } from 'zod';
import { countColumn, textColumn, uuidColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';
import { type ArithmeticFlaw, flawsOfStatements, flawsOfTable, type PrintedTable } from '../rules/arithmetic-flaws';
import { PRINTED_PLANS, type PrintedPlan } from '../rules/printed-plans';
import { statementsIn } from '../rules/printed-statements';
import { type ExclusionRow, recordsBehind } from './printed-records';

/** One printed figure beside what the records say. */
export interface PublishedCell {
  /** Exactly as printed; empty where the paper has an empty cell. */
  readonly printed: string;
  /** The number read from a print that is no number; null where the print is one, or is empty. */
  readonly readAs: string | null;
  /** Counted from the lowest records; null where the table has none. */
  readonly recomputed: number | null;
  /** Printed less recomputed; an empty cell counts as 0. */
  readonly difference: number | null;
}

export interface PublishedTableView {
  readonly slug: string;
  readonly title: string;
  readonly paper: string;
  readonly place: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly PublishedCell[] }[];
  /** True when its counts are recomputed from records of exclusions. */
  readonly hasRecords: boolean;
  /** True when sums or averages of its own are recomputed. */
  readonly isChecked: boolean;
  /** How many statements of the papers rest on it, and how many of those do not follow. */
  readonly statements: { readonly all: number; readonly flawed: number };
  readonly flaws: readonly ArithmeticFlaw[];
  readonly notes: readonly { readonly place: string; readonly note: string }[];
}

export interface PublishedTablesView {
  readonly tables: readonly PublishedTableView[];
  /** Statements of the papers that do not follow from the tables. */
  readonly statements: readonly ArithmeticFlaw[];
  readonly wording: readonly EnteredNoteView[];
  readonly assumptions: readonly EnteredNoteView[];
}

export interface EnteredNoteView {
  readonly paper: string;
  readonly place: string;
  readonly note: string;
}

const tableRow = z.object({ id: uuidColumn, slug: textColumn, title: textColumn, paper: textColumn, place_in_paper: textColumn });
const figureRow = z.object({ table_id: uuidColumn, row_order: countColumn, column_order: countColumn, row_label: textColumn, column_label: textColumn, printed: textColumn, read_as: textColumn.nullable() });
type Figure = z.output<typeof figureRow>;
const noteRow = z.object({ table_id: uuidColumn.nullable(), paper: textColumn, place_in_paper: textColumn, note: textColumn, kind: z.enum(['arithmetic', 'wording', 'assumption']) });

/** The printed tables of the authority with the figures from its records, and every flaw found by recomputation or entered by hand. */
export async function publishedTables(tx: ReadTx): Promise<PublishedTablesView> {
  const tables = await tx.rows(tableRow, sql`SELECT id, slug, title, paper, place_in_paper FROM published_table ORDER BY display_order, title`);
  const figures = await tx.rows(figureRow, sql`
    SELECT table_id, row_order, column_order, row_label, column_label, printed, read_as FROM published_figure ORDER BY table_id, row_order, column_order`);
  const notes = await tx.rows(noteRow, sql`SELECT table_id, paper, place_in_paper, note, kind FROM published_note ORDER BY display_order`);
  const read = tables.map((table) => ({ table, own: figures.filter((figure) => figure.table_id === table.id), plan: PRINTED_PLANS.find((plan) => plan.id === table.slug) }));
  const printed = read.flatMap(({ own, plan }) => (plan ? [printedTable(plan, own)] : []));
  const statements = statementsIn(printed);
  const flawed = flawsOfStatements(statements, printed);
  const views: PublishedTableView[] = [];
  for (const { table, own, plan } of read) {
    const records = await recordsBehind(tx, table.slug);
    const asPrinted = printed.find((one) => one.id === table.slug);
    views.push({
      slug: table.slug, title: table.title, paper: table.paper, place: table.place_in_paper,
      columns: columnLabels(own), hasRecords: records !== null, isChecked: (plan?.checks.length ?? 0) > 0, statements: restingOn(table.slug, statements, flawed),
      rows: rowsOf(own).map((row) => ({
        label: row[0]?.row_label ?? '',
        cells: row.map((figure) => cellOf(figure, records?.(figure.row_label, plan?.columns[figure.column_order - 1]?.key ?? '') ?? null)),
      })),
      flaws: asPrinted ? flawsOfTable(asPrinted) : [],
      notes: notes.filter((note) => note.table_id === table.id).map(({ place_in_paper, note }) => ({ place: place_in_paper, note })),
    });
  }
  const entered = (kind: 'wording' | 'assumption'): EnteredNoteView[] =>
    notes.filter((note) => note.kind === kind).map((note) => ({ paper: note.paper, place: note.place_in_paper, note: note.note }));
  return { tables: views, statements: flawed, wording: entered('wording'), assumptions: entered('assumption') };
}

function restingOn(slug: string, statements: ReturnType<typeof statementsIn>, flawed: readonly ArithmeticFlaw[]): PublishedTableView['statements'] {
  const own = statements.filter((one) => one.tables.includes(slug));
  return { all: own.length, flawed: own.filter((one) => flawed.some((flaw) => flaw.source === one.id)).length };
}

export interface RecordsView {
  readonly title: string;
  readonly row: string;
  readonly column: string;
  readonly records: readonly ExclusionRow[];
}

/** The records behind one cell, or null when the table, row or column has none. Rows and columns count from 1. */
export async function recordsOfCell(tx: ReadTx, slug: string, row: number, column: number): Promise<RecordsView | null> {
  const cell = await tx.row(figureRow.extend({ title: textColumn }), sql`
    SELECT f.table_id, f.row_order, f.column_order, f.row_label, f.column_label, f.printed, f.read_as, t.title
      FROM published_figure f JOIN published_table t ON t.authority_id = f.authority_id AND t.id = f.table_id
     WHERE t.slug = ${slug} AND f.row_order = ${row} AND f.column_order = ${column}`);
  const key = PRINTED_PLANS.find((plan) => plan.id === slug)?.columns[column - 1]?.key;
  const records = cell && key ? (await recordsBehind(tx, slug))?.(cell.row_label, key) : null;
  return cell && records ? { title: cell.title, row: cell.row_label, column: cell.column_label, records } : null;
}

function rowsOf(figures: readonly Figure[]): Figure[][] {
  const rows = new Map<number, Figure[]>();
  for (const figure of figures) rows.set(figure.row_order, [...(rows.get(figure.row_order) ?? []), figure]);
  return [...rows.values()];
}

function columnLabels(figures: readonly Figure[]): string[] {
  return rowsOf(figures)[0]?.map((figure) => figure.column_label) ?? [];
}

function cellOf(figure: Figure, records: readonly ExclusionRow[] | null): PublishedCell {
  const { printed } = figure;
  const value = numberRead(figure) ?? 0;
  return { printed, readAs: printedNumber(printed) === null ? figure.read_as : null, recomputed: records?.length ?? null, difference: records === null ? null : value - records.length };
}

function printedTable(plan: PrintedPlan, figures: readonly Figure[]): PrintedTable {
  return {
    id: plan.id, title: plan.title, paper: plan.paper, place: plan.place, checks: plan.checks,
    columns: plan.columns.map(({ key, label, unit }) => ({ key, label, unit })),
    rows: rowsOf(figures).map((row) => ({
      label: row[0]?.row_label ?? '',
      values: Object.fromEntries(plan.columns.map(({ key, times = 1 }, index) => {
        const value = numberRead(row.find((figure) => figure.column_order === index + 1));
        return [key, value === null || times === 1 ? value : Math.round(value * times)];
      })),
    })),
  };
}

/** The number of a figure: the printed one, or the one that was read from a print that is none. */
function numberRead(figure: Figure | undefined): number | null {
  return figure === undefined ? null : printedNumber(figure.printed) ?? printedNumber(figure.read_as ?? '');
}

/** The number in a printed figure; null for an empty cell or one that is no number. */
function printedNumber(printed: string): number | null {
  const text = printed.replace(/[£,\s]/g, '');
  return text === '' || !Number.isFinite(Number(text)) ? null : Number(text);
}
