/** A table of counts by row and column with totals, as figures and relations. */
import { countOfPupils, type Quantity } from './figures';
import { type Relation, sumOf } from './relations';
import type { DraftCell, ReportTable } from './report';

interface TwoWay {
  readonly title: string;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** Pupils; one list for each row. */
  readonly counts: readonly (readonly number[])[];
  /** The key of a cell; `Total` is the name of the last row and column. The same key in another table is the same figure. */
  readonly keyOf: (row: string, column: string) => string;
}

/** The parts of a draft for one two-way table. RangeError for a count that is not whole, or rows of different lengths. */
export function twoWayTable({ title, rows, columns, counts, keyOf }: TwoWay): {
  readonly table: ReportTable<DraftCell>; readonly quantities: readonly Quantity[]; readonly relations: readonly Relation[];
} {
  if (counts.length !== rows.length || counts.some((row) => row.length !== columns.length)) throw new RangeError('The rows of a table must have the same number of cells');
  const bad = counts.flat().find((value) => !Number.isSafeInteger(value) || value < 0);
  if (bad !== undefined) throw new RangeError(`Not a count: ${bad}`);
  const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
  const wide = counts.map((row) => [...row, sum(row)]);
  const grid = [...wide, [...columns, TOTAL].map((_column, index) => sum(wide.map((row) => row[index] ?? 0)))];
  const [rowNames, columnNames] = [[...rows, TOTAL], [...columns, TOTAL]];
  return {
    table: { title, columns: columnNames, rows: rowNames.map((row) => ({ title: row, cells: columnNames.map((column) => ({ kind: 'figure' as const, key: keyOf(row, column) })) })) },
    quantities: rowNames.flatMap((row, at) => columnNames.map((column, index) => countOfPupils(keyOf(row, column), `${row}, ${column} of "${title}"`, grid[at]?.[index] ?? 0))),
    relations: [
      ...rowNames.map((row) => sumOf(keyOf(row, TOTAL), columns.map((column) => keyOf(row, column)), `the row ${row} of "${title}" adds up to its total`)),
      ...columnNames.map((column) => sumOf(keyOf(TOTAL, column), rows.map((row) => keyOf(row, column)), `the column ${column} of "${title}" adds up to its total`)),
    ],
  };
}

const TOTAL = 'Total';
