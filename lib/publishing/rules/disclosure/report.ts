/** A report before control, and as it is published. */
import type { Quantity } from './figures';
import type { Mark } from './marks';
import type { Ratio } from './printed-numbers';
import type { Relation } from './relations';

/** What a cell is to show. */
export type DraftCell =
  | { readonly kind: 'figure'; readonly key: string }
  /** Printed to the nearest multiple; a figure of nobody may so become [low]. */
  | { readonly kind: 'rounded'; readonly key: string; readonly multiple: number }
  | ({ readonly kind: 'ratio' } & Ratio)
  /** Words or numbers that give figures away: an interval, a sentence on a change, a median. Left out with any of them. */
  | { readonly kind: 'rests'; readonly on: readonly string[]; readonly text: string }
  /** Says nothing of a pupil: a name, a date, [x], [z]. */
  | { readonly kind: 'text'; readonly text: string };

/** The same cell with what a reader sees; a number is what a file carries, a ratio in its last printed place. */
export type ShownCell =
  | { readonly kind: 'figure'; readonly key: string; readonly shown: number | Mark }
  | { readonly kind: 'rounded'; readonly key: string; readonly multiple: number; readonly shown: number | Mark }
  | ({ readonly kind: 'ratio'; readonly shown: number | Mark } & Ratio)
  | { readonly kind: 'rests'; readonly on: readonly string[]; readonly shown: string }
  | { readonly kind: 'text'; readonly shown: string };

export interface ReportTable<Cell> {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly title: string; readonly cells: readonly Cell[] }[];
}

/** All of a group in one part says something of each of its members, although no count is small: such a report is refused. */
export interface Breakdown {
  readonly total: string;
  readonly parts: readonly string[];
  readonly words: string;
}

interface ReportName {
  readonly title: string;
  /** `2026-10`. */
  readonly month: string;
  /** From 1. */
  readonly version: number;
}

export interface ReportDraft extends ReportName {
  readonly tables: readonly ReportTable<DraftCell>[];
  /** Every figure that a cell or relation of this report names, printed or not, with its true value. */
  readonly quantities: readonly Quantity[];
  /** Within tables, between them, and to figures of earlier reports. */
  readonly relations: readonly Relation[];
  readonly breakdowns?: readonly Breakdown[];
}

/** A figure as the attack needs it: without its value. */
export interface FigureFacts {
  readonly key: string;
  readonly words: string;
  readonly unit: Quantity['unit'];
  readonly signed: boolean;
  /** Reach of {@link reachOf}: a secret for amounts of few pupils. */
  readonly reach: number | null;
  /** Few pupils stand behind it: a secret too. */
  readonly small: boolean;
}

/** What is kept with a published report so that later ones can be checked against it. Never published itself. */
export interface ReportControl {
  readonly figures: readonly FigureFacts[];
  /** Figures of nobody: known to everybody, printed or not. */
  readonly known: readonly { readonly key: string; readonly value: number }[];
  readonly relations: readonly Relation[];
}

export interface PublishedReport extends ReportName {
  readonly tables: readonly ReportTable<ShownCell>[];
  readonly control: ReportControl;
}

/** Where a figure is printed, or left out. */
export interface Place {
  readonly report: string;
  readonly month: string;
  readonly version: number;
  readonly table: string;
  readonly row: string;
  readonly column: string;
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** `table "Pupils", row "Aspire", column "October" (Monthly spend, October 2026, version 1)`. */
export function placeWords({ report, month, version, table, row, column }: Place): string {
  return `table "${table}", row "${row}", column "${column}" (${report}, ${MONTHS[Number(month.slice(5)) - 1] ?? month} ${month.slice(0, 4)}, version ${version})`;
}

/** Every cell of a report with its place, row by row. */
export function cellsOf<Cell>(report: ReportName & { readonly tables: readonly ReportTable<Cell>[] }): { readonly cell: Cell; readonly place: Place }[] {
  return report.tables.flatMap((table) => table.rows.flatMap((row) => row.cells.map((cell, index) => ({
    cell, place: { report: report.title, month: report.month, version: report.version, table: table.title, row: row.title, column: table.columns[index] ?? '' },
  }))));
}
