/** Which cells of a published table are left out so that no small count can be worked out: quantitative methods, section 6; R75. */
import { type CellRange, rangeOf, undone } from './suppression-audit';
import { type CellAt, type Grid, type Step, cellsOf, isTotal, keyOf, raisingStep, stepsOf, valueAt, withTotals } from './suppression-network';

export const SUPPRESSION_THRESHOLD = 5;
/** A total is left out only when nothing else will do. */
const TOTAL_COST = 1_000_000;

export type SuppressedTable =
  | {
      readonly kind: 'published';
      /** With the totals as last row and column; null reads as [c]. */
      readonly cells: readonly (readonly (number | null)[])[];
      readonly primary: readonly CellAt[];
      readonly secondary: readonly CellAt[];
      /** What a reader can still say about each primary cell. For tests and auditors, never published. */
      readonly ranges: readonly CellRange[];
    }
  | { readonly kind: 'withheld'; readonly message: string };

/** True for a count from 1 to one below the threshold: zeros stay (R75). */
function isSmall(count: number, threshold: number): boolean {
  return count > 0 && count < threshold;
}

/**
 * Suppresses a two-way table of counts, given without its totals. Small counts go first; for each,
 * smallest first, the cheapest cycle of other cells that lets it be at least the threshold. Zeros are
 * never used. An exact audit at the end withholds the table if a small count could still be worked out.
 */
export function suppressTable(inner: Grid, threshold = SUPPRESSION_THRESHOLD): SuppressedTable {
  const grid = withTotals(inner);
  const cells = cellsOf(grid);
  const primary = cells.filter((cell) => isSmall(valueAt(grid, cell), threshold));
  const hidden = new Map(primary.map((cell) => [keyOf(cell), cell]));
  for (const cell of [...primary].sort((a, b) => valueAt(grid, a) - valueAt(grid, b))) {
    const path = cheapestPath(grid, cells, hidden, cell, threshold - valueAt(grid, cell));
    if (!path) return withheld();
    for (const step of path) hidden.set(keyOf(step.cell), step.cell);
  }
  const all = [...hidden.values()];
  if (undone(grid, all, primary, threshold).length > 0) return withheld();
  const first = new Set(primary.map(keyOf));
  return {
    kind: 'published',
    cells: grid.map((values, row) => values.map((value, column) => (hidden.has(keyOf({ row, column })) ? null : value))),
    primary, secondary: all.filter((cell) => !first.has(keyOf(cell))),
    ranges: primary.map((cell) => rangeOf(grid, all, cell)),
  };
}

function withheld(): SuppressedTable {
  return { kind: 'withheld', message: 'This table is not published: a small number of pupils could be worked out from it. Join rows or columns.' };
}

/** Dijkstra from where raising the cell ends back to where it begins, not by the cell itself. */
function cheapestPath(
  grid: Grid, cells: readonly CellAt[], hidden: ReadonlyMap<string, CellAt>, target: CellAt, need: number,
): Step[] | null {
  const { from: end, to: start } = raisingStep(grid, target);
  const steps = cells.filter((cell) => keyOf(cell) !== keyOf(target) && valueAt(grid, cell) > 0)
    .flatMap((cell) => stepsOf(grid, cell)).filter((step) => step.raises || valueAt(grid, step.cell) >= need);
  const cost = (cell: CellAt): number =>
    hidden.has(keyOf(cell)) ? 0 : valueAt(grid, cell) + (isTotal(grid, cell) || isGrandTotal(grid, cell) ? TOTAL_COST : 0);
  const best = new Map<number, { cost: number; by: Step | null }>([[start, { cost: 0, by: null }]]);
  const done = new Set<number>();
  for (;;) {
    const next = [...best].filter(([node]) => !done.has(node)).sort(([, a], [, b]) => a.cost - b.cost)[0];
    if (!next) return null;
    const [node, reached] = next;
    if (node === end) return pathTo(best, end);
    done.add(node);
    for (const step of steps.filter((each) => each.from === node)) {
      const total = reached.cost + cost(step.cell);
      if (total < (best.get(step.to)?.cost ?? Infinity)) best.set(step.to, { cost: total, by: step });
    }
  }
}

function isGrandTotal(grid: Grid, { row, column }: CellAt): boolean {
  return row === grid.length - 1 && column === (grid[0]?.length ?? 0) - 1;
}

function pathTo(best: ReadonlyMap<number, { by: Step | null }>, end: number): Step[] {
  const path: Step[] = [];
  for (let step = best.get(end)?.by ?? null; step; step = best.get(step.from)?.by ?? null) path.unshift(step);
  return path;
}

export interface SuppressedList {
  /** In the order given; null reads as [c]. */
  readonly counts: readonly (number | null)[];
  readonly total: number | null;
}

/**
 * The case of one additive group with a published total (R75): 7, 3, 12 with total 22 gives
 * [c], [c], 12, 22. Where no cell is left to hide behind, the total goes too.
 */
export function suppressList(counts: readonly number[], threshold = SUPPRESSION_THRESHOLD): SuppressedList {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const hidden = new Set(counts.flatMap((count, index) => (isSmall(count, threshold) ? [index] : [])));
  const hiddenSum = (): number => [...hidden].reduce((sum, index) => sum + (counts[index] ?? 0), 0);
  while (hidden.size > 0 && (hidden.size === 1 || hiddenSum() < threshold)) {
    const next = smallestShown(counts, hidden);
    if (next === null) return { counts: counts.map((count, index) => (hidden.has(index) ? null : count)), total: null };
    hidden.add(next);
  }
  return { counts: counts.map((count, index) => (hidden.has(index) ? null : count)), total };
}

/** The place of the smallest cell that is shown and not 0, the first in display order if several. */
function smallestShown(counts: readonly number[], hidden: ReadonlySet<number>): number | null {
  let found: number | null = null;
  counts.forEach((count, index) => {
    if (count === 0 || hidden.has(index)) return;
    if (found === null || count < (counts[found] ?? 0)) found = index;
  });
  return found;
}
