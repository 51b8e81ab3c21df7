/** What a reader can work out about a cell that is not shown: its least and greatest value, exactly, by maximum flow. */
import { type CellAt, type Grid, keyOf, raisingStep, valueAt } from './suppression-network';

export interface CellRange {
  readonly cell: CellAt;
  readonly least: number;
  /** Infinity when nothing published bounds the cell. */
  readonly greatest: number;
}

interface Edge {
  readonly to: number;
  left: number;
  readonly back: Edge;
}

function link(edges: Map<number, Edge[]>, from: number, to: number, forwards: number, backwards: number): void {
  const there = { to, left: forwards } as { to: number; left: number; back: Edge };
  const back: Edge = { to: from, left: backwards, back: there };
  there.back = back;
  edges.set(from, [...(edges.get(from) ?? []), there]);
  edges.set(to, [...(edges.get(to) ?? []), back]);
}

/** Breadth first, so that the number of rounds does not depend on the size of the counts. */
function shortestPath(edges: ReadonlyMap<number, readonly Edge[]>, from: number, to: number): Edge[] | null {
  const cameBy = new Map<number, Edge>();
  const queue = [from];
  for (let node = queue.shift(); node !== undefined; node = queue.shift()) {
    for (const edge of edges.get(node) ?? []) {
      if (edge.left <= 0 || edge.to === from || cameBy.has(edge.to)) continue;
      cameBy.set(edge.to, edge);
      queue.push(edge.to);
    }
  }
  const path: Edge[] = [];
  for (let node = to; node !== from; ) {
    const edge = cameBy.get(node);
    if (!edge) return null;
    path.unshift(edge);
    node = edge.back.to;
  }
  return path;
}

/** The greatest flow from one node to another; Infinity when a path has no bound. */
function maximumFlow(edges: ReadonlyMap<number, readonly Edge[]>, from: number, to: number): number {
  let flow = 0;
  for (let path = shortestPath(edges, from, to); path; path = shortestPath(edges, from, to)) {
    const size = Math.min(...path.map((edge) => edge.left));
    if (size === Infinity) return Infinity;
    for (const edge of path) {
      edge.left -= size;
      edge.back.left += size;
    }
    flow += size;
  }
  return flow;
}

/** Every other cell that is not shown: it may rise without bound and fall to 0. */
function residual(grid: Grid, hidden: readonly CellAt[], target: CellAt): Map<number, Edge[]> {
  const edges = new Map<number, Edge[]>();
  for (const cell of hidden) {
    if (keyOf(cell) === keyOf(target)) continue;
    const raising = raisingStep(grid, cell);
    link(edges, raising.from, raising.to, Infinity, valueAt(grid, cell));
  }
  return edges;
}

/**
 * The range of one hidden cell, given every published cell and that no count is below 0. Exact: the
 * greatest rise is the maximum flow back from where raising the cell ends to where it begins.
 */
export function rangeOf(grid: Grid, hidden: readonly CellAt[], target: CellAt): CellRange {
  const value = valueAt(grid, target);
  const { from, to } = raisingStep(grid, target);
  const rise = maximumFlow(residual(grid, hidden, target), to, from);
  const fall = maximumFlow(residual(grid, hidden, target), from, to);
  return { cell: target, least: value - Math.min(value, fall), greatest: value + rise };
}

/** The hidden cells whose value a reader can bound below the threshold, or work out. */
export function undone(grid: Grid, hidden: readonly CellAt[], primaries: readonly CellAt[], threshold: number): CellRange[] {
  return primaries.map((cell) => rangeOf(grid, hidden, cell))
    .filter(({ least, greatest }) => greatest < threshold || least === greatest);
}

