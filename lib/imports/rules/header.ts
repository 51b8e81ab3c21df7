import type { ColumnSpec, FileRow, RowProblem } from '../types';
import { asImported } from './csv-text';

/** Where each column stands in the file. */
export interface Header {
  readonly at: ReadonlyMap<string, number>;
  readonly width: number;
  readonly used: readonly string[];
  readonly ignored: readonly string[];
}

export type HeaderMatch = { readonly header: Header } | { readonly problems: readonly RowProblem[] };

const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');

/** Matches the columns by name, never by position. The order of the file does not matter, and columns nobody asked for are ignored. */
export function matchHeader(specs: readonly ColumnSpec[], cells: readonly string[]): HeaderMatch {
  const at = new Map<string, number>();
  const problems: RowProblem[] = [];
  const taken = new Set<number>();
  for (const spec of specs) {
    const found = positionsOf(spec, cells).filter((position) => !taken.has(position));
    const [first, second] = found;
    if (second !== undefined) {
      problems.push({
        row: 1, column: spec.header, value: `${cells[first ?? 0] ?? ''}, ${cells[second] ?? ''}`, problem: `Two columns of the file are both ${spec.header}`,
        toDo: 'Remove one of the two columns, then upload the file again',
      });
    }
    if (first !== undefined) {
      at.set(spec.key, first);
      taken.add(first);
    } else if (spec.inFile) {
      problems.push({
        row: 1, column: spec.header, value: '', problem: `The file has no column ${spec.header}`,
        toDo: `Add a column headed ${spec.header}. The template has every heading`,
      });
    }
  }
  if (problems.length > 0) return { problems };
  return {
    header: {
      at, width: cells.length, used: specs.filter((spec) => at.has(spec.key)).map((spec) => spec.header),
      ignored: cells.filter((cell, index) => !taken.has(index) && cell.trim() !== ''),
    },
  };
}

/** The exact heading goes before its other names, so that "Home school" and "School" may stand in one file. */
function positionsOf(spec: ColumnSpec, cells: readonly string[]): number[] {
  const where = (names: readonly string[]) => cells.flatMap((cell, index) => (names.some((name) => plain(name) === plain(cell)) ? [index] : []));
  const exact = where([spec.header]);
  return exact.length > 0 ? exact : where(spec.also);
}

/**
 * The records after the header as rows by column. A record with another number of fields is rejected whole; a blank
 * record is passed over and keeps its number, as in Excel.
 */
export function rowsUnder(header: Header, records: readonly (readonly string[])[]): { rows: FileRow[]; problems: RowProblem[]; blank: number } {
  const rows: FileRow[] = [];
  const problems: RowProblem[] = [];
  let blank = 0;
  records.forEach((record, index) => {
    const row = index + 2;
    if (record.every((cell) => cell.trim() === '')) blank += 1;
    else if (record.length !== header.width) {
      problems.push({
        row, column: '', value: record.join(', ').slice(0, 80), problem: `${record.length} ${record.length === 1 ? 'field' : 'fields'}, ${header.width} expected`,
        toDo: 'Look for a comma inside a value without quotation marks around it, or a missing cell',
      });
    } else {
      rows.push({ row, cells: Object.fromEntries([...header.at].map(([key, position]) => [key, asImported(record[position] ?? '')])) });
    }
  });
  return { rows, problems, blank };
}
