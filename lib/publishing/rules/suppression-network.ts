/**
 * A two-way table with totals as a network (after Gusfield 1988): rows and columns, with the
 * totals' row and column, are nodes; cells are edges. Each row and column sums to its total, so an
 * unseen change of one cell runs round a cycle of unseen cells.
 */

/** Counts of a table, all whole and from 0: the last row and the last column are totals. */
export type Grid = readonly (readonly number[])[];

export interface CellAt {
  readonly row: number;
  readonly column: number;
}

/** The grid with its totals added. RangeError for a count that is not whole, or rows of different lengths. */
export function withTotals(inner: Grid): number[][] {
  const width = inner[0]?.length ?? 0;
  for (const row of inner) {
    if (row.length !== width) throw new RangeError('The rows of a table must have the same number of cells');
    for (const value of row) if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`Not a count: ${value}`);
  }
  const rows = inner.map((row) => [...row, row.reduce((sum, value) => sum + value, 0)]);
  return [...rows, Array.from({ length: width + 1 }, (_, column) => rows.reduce((sum, row) => sum + (row[column] ?? 0), 0))];
}

export function valueAt(grid: Grid, { row, column }: CellAt): number {
  const value = grid[row]?.[column];
  if (value === undefined) throw new RangeError(`The table has no cell ${row}, ${column}`);
  return value;
}

export function keyOf({ row, column }: CellAt): string {
  return `${row},${column}`;
}

/** A total of a row or of a column; the grand total behaves as an inner cell. */
export function isTotal(grid: Grid, { row, column }: CellAt): boolean {
  return (row === grid.length - 1) !== (column === (grid[0]?.length ?? 0) - 1);
}

export function cellsOf(grid: Grid): CellAt[] {
  return grid.flatMap((values, row) => values.map((_, column) => ({ row, column })));
}

/** Nodes are numbered: rows first, then columns. */
function rowNode(cell: CellAt): number {
  return cell.row;
}

function columnNode(grid: Grid, cell: CellAt): number {
  return grid.length + cell.column;
}

/** One way along a cell: from node to node, and whether it raises or lowers the cell. */
export interface Step {
  readonly cell: CellAt;
  readonly from: number;
  readonly to: number;
  readonly raises: boolean;
}

/** Both ways along a cell. Row to column raises an inner cell; on a total it lowers it. */
export function stepsOf(grid: Grid, cell: CellAt): Step[] {
  const [row, column] = [rowNode(cell), columnNode(grid, cell)];
  const total = isTotal(grid, cell);
  return [{ cell, from: row, to: column, raises: !total }, { cell, from: column, to: row, raises: total }];
}

/** The step that raises a cell. */
export function raisingStep(grid: Grid, cell: CellAt): Step {
  const step = stepsOf(grid, cell).find((each) => each.raises);
  if (!step) throw new RangeError('A cell can always be raised one way');
  return step;
}
