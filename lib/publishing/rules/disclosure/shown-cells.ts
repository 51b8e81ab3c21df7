/** A draft's cells as a reader sees them. */
import type { Quantity } from './figures';
import type { Mark } from './marks';
import { printedRatio, roundedTo } from './printed-numbers';
import type { DraftCell, ReportTable, ShownCell } from './report';

/** The figures that a cell shows exactly, or that it would give away. */
export function figuresIn(cell: DraftCell): readonly string[] {
  switch (cell.kind) {
    case 'figure': return [cell.key];
    case 'ratio': return [cell.numerator, cell.denominator];
    case 'rests': return cell.on;
    case 'rounded':
    case 'text': return [];
  }
}

/** [c] in each cell that rests on a figure left out. RangeError for a key without a value. */
export function shownTables(
  tables: readonly ReportTable<DraftCell>[], quantities: ReadonlyMap<string, Quantity>, leftOut: ReadonlySet<string>,
): ReportTable<ShownCell>[] {
  return tables.map((table) => ({ ...table, rows: table.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => shownCell(cell, quantities, leftOut)) })) }));
}

function shownCell(cell: DraftCell, quantities: ReadonlyMap<string, Quantity>, leftOut: ReadonlySet<string>): ShownCell {
  const of = (key: string): Quantity => {
    const found = quantities.get(key);
    if (!found) throw new RangeError(`A cell names a figure that the report does not list: ${key}`);
    return found;
  };
  const hidden = figuresIn(cell).some((key) => leftOut.has(key));
  switch (cell.kind) {
    case 'figure': return { ...cell, shown: hidden ? '[c]' : of(cell.key).value };
    case 'rounded': return { ...cell, shown: leftOut.has(cell.key) ? '[c]' : roundedShown(of(cell.key), cell.multiple) };
    case 'ratio': return { ...cell, shown: hidden ? '[c]' : printedRatio(of(cell.numerator).value, of(cell.denominator).value, cell) ?? '[z]' };
    case 'rests': return { kind: 'rests', on: cell.on, shown: hidden ? '[c]' : cell.text };
    case 'text': return { kind: 'text', shown: cell.text };
  }
}

/** [low] would say that a figure of pupils is not 0, so it is for figures of nobody only. */
function roundedShown({ value, pupils }: Quantity, multiple: number): number | Mark {
  const rounded = roundedTo(value, multiple);
  return rounded === 0 && value !== 0 && pupils === null ? '[low]' : rounded;
}
