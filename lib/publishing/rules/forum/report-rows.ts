import type { CellUnit, PublicReport } from '../../types';

/** Number or text of one cell of a file. A number is text of a decimal, so that nothing is lost. */
export type FileCell = { readonly kind: 'number'; readonly value: string; readonly unit: CellUnit } | { readonly kind: 'text'; readonly text: string; readonly isHeading?: boolean };

export interface FileSheet {
  readonly name: string;
  readonly rows: readonly (readonly FileCell[])[];
}

export const UNIT_WORDS: Readonly<Record<CellUnit, string>> = { count: 'number', pounds: 'pounds', tenths: 'places', percent: 'per cent', words: 'words' };

const text = (words: string): FileCell => ({ kind: 'text', text: words });
const heading = (words: string): FileCell => ({ kind: 'text', text: words, isHeading: true });

/** `January 2026, version 2`. */
export function versionTitle({ monthTitle, number }: Pick<PublicReport, 'monthTitle' | 'number'>): string {
  return `${monthTitle}, version ${number}`;
}

/** A workbook: what the report is and says, then a sheet for each table, its headings in the first row but one. */
export function sheetsOf(report: PublicReport): FileSheet[] {
  const about: FileCell[][] = [
    [heading(report.title)], [text(report.authority.name)], [text(versionTitle(report))], ...(report.note === '' ? [] : [[text(`Correction: ${report.note}`)]]),
    ...report.front.map(({ label, value }) => [heading(label), text(value)]),
    ...report.sections.flatMap((section) => [[heading(section.heading)], ...section.paragraphs.map((one) => [text(one)])]),
  ];
  const tables = report.sections.flatMap((section) => section.tables).map((table, index): FileSheet => ({
    name: `${index + 1} ${table.id}`.slice(0, 31),
    rows: [
      [heading(table.title)], [heading(table.rowHeading), ...table.columns.map(({ title, unit }) => heading(`${title} (${UNIT_WORDS[unit]})`))],
      ...table.rows.map((row) => [text(row.title), ...row.cells.map((cell, at): FileCell => {
        const unit = table.columns[at]?.unit ?? 'words';
        return cell.value === null ? text(cell.shown) : { kind: 'number', value: cell.value, unit };
      })]),
    ],
  }));
  return [{ name: 'About', rows: about }, ...tables];
}

/** One row for each cell of each table: table, row, column, unit, value. A mark such as [c] stands in place of a value. */
export function tidyRows(report: PublicReport): FileCell[][] {
  const head = ['Report', 'Table', 'Row', 'Column', 'Unit', 'Value'].map(heading);
  const name = `${report.authority.name}: ${report.title}, ${versionTitle(report)}`;
  return [head, ...report.sections.flatMap((section) => section.tables).flatMap((table) => table.rows.flatMap((row) => row.cells.map((cell, at): FileCell[] => {
    const { title = '', unit = 'words' } = table.columns[at] ?? {};
    return [text(name), text(table.title), text(row.title), text(title), text(UNIT_WORDS[unit]), cell.value === null ? text(cell.shown) : { kind: 'number', value: cell.value, unit }];
  })))];
}
