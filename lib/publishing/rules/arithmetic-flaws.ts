/**
 * Recomputes the sums, averages and statements of a printed table and lists what differs. Nothing is
 * corrected: the printed figure stays, with the recomputed one and the difference beside it.
 */

/** A printed figure with where it stands. Null is an empty cell. */
export interface PrintedRow {
  readonly label: string;
  readonly values: Readonly<Record<string, number | null>>;
}

/** How a printed figure follows from others. Columns are named by key, rows by label. */
export type PrintedCheck =
  /** The total row is the sum of the rows above it. */
  | { readonly kind: 'column_sum'; readonly column: string; readonly totalRow: string; readonly roundedTo?: number }
  /** In each row the total column is the sum of others. */
  | { readonly kind: 'row_sum'; readonly parts: readonly string[]; readonly total: string }
  /** In each row one column is another divided by a third. */
  | { readonly kind: 'quotient'; readonly numerator: string; readonly denominator: string; readonly result: string; readonly roundedTo?: number }
  /** In each row one column is at most another. */
  | { readonly kind: 'at_most'; readonly column: string; readonly limit: string; readonly words: string };

export interface PrintedTable {
  readonly id: string;
  readonly title: string;
  readonly paper: string;
  readonly place: string;
  readonly columns: readonly { readonly key: string; readonly label: string; readonly unit: 'pupils' | 'places' | 'pounds' | 'schools' | 'as stated' }[];
  readonly rows: readonly PrintedRow[];
  readonly checks: readonly PrintedCheck[];
}

/** How a stated figure follows from others, as plain data: cells of printed tables, column sums, published numbers. */
export type Figure =
  | { readonly kind: 'cell'; readonly table: string; readonly row: string; readonly column: string }
  /** The sum of the rows of a column, the total row left out. */
  | { readonly kind: 'rows'; readonly table: string; readonly column: string; readonly without?: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'sum' | 'product' | 'quotient'; readonly of: readonly Figure[] };

/** A figure stated in the text, with the figures it should follow from. */
export interface PrintedStatement {
  readonly id: string;
  readonly words: string;
  readonly paper: string;
  readonly place: string;
  readonly printed: number;
  readonly follows: Figure;
  /** The figures in words: `805 PRU and 40 college places`. */
  readonly working: string;
  /** The unit of the last printed digit: a difference of half of it or less is rounding. */
  readonly roundedTo: number;
}

/** A flaw of wording that no sum can find, entered by a person. */
export interface EnteredNote {
  readonly id: string;
  readonly paper: string;
  readonly place: string;
  readonly printed: string;
  readonly note: string;
}

export interface ArithmeticFlaw {
  readonly source: string;
  readonly where: string;
  readonly paper: string;
  readonly place: string;
  readonly printed: number;
  readonly recomputed: number;
  /** Printed less recomputed. */
  readonly difference: number;
  readonly words: string;
}

function cell(row: PrintedRow, column: string): number | null {
  const value = row.values[column];
  if (value === undefined) throw new RangeError(`The row ${row.label} has no column ${column}`);
  return value;
}

function shown(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: 2 });
}

function differs(printed: number, recomputed: number, roundedTo: number): boolean {
  return Math.abs(printed - recomputed) > roundedTo / 2 + 1e-9;
}

/** The flaws of one table, in the order of its checks. An empty cell counts as nothing in a sum and is not averaged. */
export function flawsOfTable(table: PrintedTable): ArithmeticFlaw[] {
  return table.checks.flatMap((check) => flawsOfCheck(table, check));
}

function flawsOfCheck(table: PrintedTable, check: PrintedCheck): ArithmeticFlaw[] {
  const label = (key: string): string => table.columns.find((column) => column.key === key)?.label ?? key;
  switch (check.kind) {
    case 'column_sum': {
      const total = table.rows.find((row) => row.label === check.totalRow);
      if (!total) throw new RangeError(`${table.id} has no row ${check.totalRow}`);
      const printed = cell(total, check.column);
      if (printed === null) return [];
      const sum = table.rows.filter((row) => row !== total).reduce((all, row) => all + (cell(row, check.column) ?? 0), 0);
      return flaw(table, `${label(check.column)}, ${total.label}`, printed, sum, check.roundedTo ?? 0, 'the rows add up to');
    }
    case 'row_sum':
      return table.rows.flatMap((row) => {
        const printed = cell(row, check.total);
        if (printed === null) return [];
        const sum = check.parts.reduce((all, part) => all + (cell(row, part) ?? 0), 0);
        return flaw(table, `${row.label}, ${label(check.total)}`, printed, sum, 0, 'the parts add up to');
      });
    case 'quotient':
      return table.rows.flatMap((row) => {
        const [top, bottom, printed] = [cell(row, check.numerator), cell(row, check.denominator), cell(row, check.result)];
        if (top === null || bottom === null || bottom === 0 || printed === null) return [];
        const roundedTo = check.roundedTo ?? 1;
        const value = Math.round(top / bottom / roundedTo) * roundedTo;
        return flaw(table, `${row.label}, ${label(check.result)}`, printed, value, 0, `${shown(top)} / ${shown(bottom)} is`);
      });
    case 'at_most':
      return table.rows.flatMap((row) => {
        const [value, limit] = [cell(row, check.column), cell(row, check.limit)];
        if (value === null || limit === null || value <= limit) return [];
        return [{
          ...origin(table), where: `${row.label}, ${label(check.column)}`, printed: value, recomputed: limit, difference: value - limit,
          words: `${row.label}: ${shown(value)} ${check.words} ${shown(limit)}`,
        }];
      });
  }
}

function origin(table: PrintedTable): Pick<ArithmeticFlaw, 'source' | 'paper' | 'place'> {
  return { source: table.id, paper: table.paper, place: table.place };
}

function flaw(table: PrintedTable, where: string, printed: number, recomputed: number, roundedTo: number, how: string): ArithmeticFlaw[] {
  if (!differs(printed, recomputed, roundedTo)) return [];
  const words = `${where}: printed ${shown(printed)}, ${how} ${shown(recomputed)}`;
  return [{ ...origin(table), where, printed, recomputed, difference: printed - recomputed, words }];
}

function table(tables: readonly PrintedTable[], id: string): PrintedTable {
  const found = tables.find((each) => each.id === id);
  if (!found) throw new RangeError(`There is no printed table ${id}`);
  return found;
}

/** The value of a figure, from the tables as they stand. RangeError for a table, row or column that is not there. */
export function valueOf(figure: Figure, tables: readonly PrintedTable[]): number {
  switch (figure.kind) {
    case 'number': return figure.value;
    case 'cell': {
      const row = table(tables, figure.table).rows.find((each) => each.label === figure.row);
      if (!row) throw new RangeError(`${figure.table} has no row ${figure.row}`);
      return cell(row, figure.column) ?? 0;
    }
    case 'rows':
      return table(tables, figure.table).rows.filter((row) => row.label !== figure.without)
        .reduce((sum, row) => sum + (cell(row, figure.column) ?? 0), 0);
    case 'sum': return figure.of.reduce((sum, part) => sum + valueOf(part, tables), 0);
    case 'product': return figure.of.reduce((product, part) => product * valueOf(part, tables), 1);
    case 'quotient': {
      const [first = 0, ...rest] = figure.of.map((part) => valueOf(part, tables));
      return rest.reduce((value, divisor) => value / divisor, first);
    }
  }
}

/** The statements that do not follow from the figures they rest on. */
export function flawsOfStatements(statements: readonly PrintedStatement[], tables: readonly PrintedTable[]): ArithmeticFlaw[] {
  return statements.flatMap((each) => {
    const recomputed = valueOf(each.follows, tables);
    if (!differs(each.printed, recomputed, each.roundedTo)) return [];
    return [{
      source: each.id, where: each.words, paper: each.paper, place: each.place, printed: each.printed, recomputed,
      difference: each.printed - recomputed, words: `${each.words}: printed ${shown(each.printed)}, ${each.working}: ${shown(recomputed)}`,
    }];
  });
}
