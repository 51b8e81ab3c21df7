import type { Quantity } from '../disclosure/figures';
import type { Relation } from '../disclosure/relations';
import type { ReportDraft } from '../disclosure/report';
import type { LeaveOutChoice } from '../../types';
import { withCorrectedKeys } from './corrected-keys';
import { FigureList } from './figure-list';
import type { ForumFigures } from './forum-figures';
import { asPublished, exclusionsTable, explainedTable, fiveYearsOfPlaces, fiveYearsOfSpend, reservesTable } from './further-tables';
import type { LaidTable } from './laid-table';
import { placesTable } from './places-table';
import { spendTable } from './spend-table';

export const FORUM_TITLE = 'Monthly spend report to the Schools Forum';

/** What is kept of a draft: the figures for the disclosure control, and how the tables are laid out. */
export interface ForumDraft {
  readonly report: ReportDraft;
  /** The tables of the report, in the same order. */
  readonly layout: readonly Pick<LaidTable, 'id' | 'title' | 'rowHeading' | 'columns'>[];
  readonly monthTitle: string;
  /** Reasons entered for variances, each with its line. */
  readonly reasons: readonly { readonly title: string; readonly reasons: readonly string[] }[];
  readonly sources: readonly string[];
  /** How many versions of all reports were published when it was drafted. One published since is not reckoned with. */
  readonly publishedBefore: number;
}

/**
 * The report of a closed month from its true figures. `published` are the figures of all versions published, and of all that is frozen for the Board, oldest
 * first; `previousMonth` is the last month of the same financial year with a published report, null where there is none.
 * `frozen` is how the Board's figures hang together.
 */
export function forumDraft(given: ForumFigures, number: number, published: readonly Quantity[], previousMonth: string | null, publishedBefore: number, frozen: readonly Relation[] = []): ForumDraft {
  const figures = asPublished(given, published);
  const list = new FigureList();
  const first = [spendTable(figures, list, published, previousMonth, frozen), placesTable(figures, list), fiveYearsOfSpend(figures, list), fiveYearsOfPlaces(figures, list)];
  const exclusions = exclusionsTable(figures, list);
  const tables = [...first, ...[exclusions?.table ?? null, explainedTable(figures, list), reservesTable(figures, list)].filter((one): one is LaidTable => one !== null)];
  const report: ReportDraft = {
    title: FORUM_TITLE, month: figures.month, version: number, quantities: list.quantities, relations: list.relations,
    tables: tables.map(({ title, columns, rows }) => ({ title, columns: columns.map((column) => column.title), rows })),
    ...(exclusions ? { breakdowns: exclusions.breakdowns } : {}),
  };
  return {
    report: withCorrectedKeys(report, published), layout: tables.map(({ id, title, rowHeading, columns }) => ({ id, title, rowHeading, columns })),
    monthTitle: figures.monthTitle, reasons: figures.toExplain.map(({ title, reasons }) => ({ title, reasons })), sources: figures.sources, publishedBefore,
  };
}

/** `table:places` among what is left out leaves out the whole table. */
const TABLE = 'table:';

/** The draft without the tables that the officer leaves out, and the keys of single figures left out. */
export function withoutLeftOut(draft: ForumDraft, leftOut: readonly string[]): { readonly draft: ForumDraft; readonly keys: readonly string[] } {
  const ids = new Set(leftOut.flatMap((one) => (one.startsWith(TABLE) ? [one.slice(TABLE.length)] : [])));
  const stays = draft.layout.map(({ id }) => !ids.has(id));
  return {
    keys: leftOut.filter((one) => !one.startsWith(TABLE)),
    draft: { ...draft, layout: draft.layout.filter((_one, index) => stays[index]), report: { ...draft.report, tables: draft.report.tables.filter((_one, index) => stays[index]) } },
  };
}

/** What an officer may leave out: each table, and each figure of a pupil that a cell shows. */
export function leaveOutChoices({ report, layout }: ForumDraft): { readonly tables: readonly LeaveOutChoice[]; readonly figures: readonly LeaveOutChoice[] } {
  const shown = new Set(report.tables.flatMap((table) => table.rows.flatMap((row) => row.cells.flatMap((cell) => (cell.kind === 'figure' ? [cell.key] : [])))));
  return {
    tables: layout.map(({ id, title }) => ({ value: `${TABLE}${id}`, text: title })),
    figures: report.quantities.filter(({ key, pupils, value }) => shown.has(key) && pupils !== null && value !== 0).map(({ key, words }) => ({ value: key, text: words })),
  };
}
