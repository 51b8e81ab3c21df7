/**
 * Which other figures to leave out so that no small one can be worked out, at least loss: quantitative methods,
 * section 6, for any relations and not only one table. Small figures are taken smallest first. For each, all
 * figures are moved so that it is as great as five pupils' while every relation holds; moving a figure that
 * is already left out costs nothing, moving one that is shown costs the pupils behind it, a million more for
 * a total, earlier ones in order first; what moves at least cost is left out. Noughts never move. In a
 * two-way table that is the cheapest cycle.
 */
import { partsOf } from './parts';
import type { Bounds, LinearSolver, OpenProgram, ProgramRow } from './program';

const TOTAL_COST = 1_000_000;
/** Movements below this are the solver's rounding. */
const SMALLEST_MOVE = 1e-6;

export interface Movable {
  readonly key: string;
  readonly value: number;
  readonly unit: 'count' | 'pence';
  /** What a reader knows of it when it is left out. */
  readonly bounds: Bounds;
  /** Pupils behind it, for its cost. */
  readonly pupils: number;
  readonly isTotal: boolean;
  /** Shown unless it is chosen: moving it means leaving it out. */
  readonly shown: boolean;
  /** How far it must be able to move, the first way that can be; empty where it needs nothing. */
  readonly moves: readonly number[];
}

/** The keys of shown figures to leave out. A figure that cannot be protected is passed over: the attack finds it. */
export function chooseSecondaries(movables: readonly Movable[], constraints: readonly ProgramRow[], solver: LinearSolver, whole: boolean): string[] {
  return partsOf({ unknowns: movables, constraints }).filter(({ unknowns }) => unknowns.some((one) => one.moves.length > 0))
    .flatMap(({ unknowns, constraints: rows }) => chosenInPart(unknowns, rows, solver, whole));
}

/** Each figure has a column of rising and, after it, one of falling. */
function chosenInPart(movables: readonly Movable[], rows: readonly ProgramRow[], solver: LinearSolver, whole: boolean): string[] {
  const ways = movables.flatMap(({ value, bounds }): Bounds[] => [{ least: 0, greatest: bounds.greatest - value }, { least: 0, greatest: value - bounds.least }]);
  const program = {
    columns: ways,
    rows: rows.map(({ terms, least, greatest }) => {
      const now = terms.reduce((sum, { column, times }) => sum + times * (movables[column]?.value ?? 0), 0);
      return { terms: terms.flatMap(({ column, times }) => [{ column: 2 * column, times }, { column: 2 * column + 1, times: -times }]), least: least - now, greatest: greatest - now };
    }),
  };
  const hidden = new Set(movables.flatMap((one, index) => (one.shown ? [] : [index])));
  const costs = (): { column: number; times: number }[] => movables.flatMap((one, index) => {
    const times = hidden.has(index) ? 0 : costOf(one, index, movables.length);
    return [{ column: 2 * index, times }, { column: 2 * index + 1, times }];
  });
  const order = movables.map((_one, index) => index).filter((index) => (movables[index]?.moves.length ?? 0) > 0)
    .sort((a, b) => (movables[a]?.value ?? 0) - (movables[b]?.value ?? 0) || a - b);
  solver(program, (open) => {
    for (const target of order) {
      for (const index of cheapest(open, movables, ways, target, () => open.solve({ costs: costs(), sense: 'least', whole }))) hidden.add(index);
    }
  });
  return movables.flatMap((one, index) => (one.shown && hidden.has(index) ? [one.key] : []));
}

/** Per pupil moved, so that a count and money of the same pupils cost alike; ties go to the earlier figure. */
function costOf({ value, pupils, isTotal }: Movable, index: number, length: number): number {
  const perPupil = Math.max(1, Math.abs(value) / Math.max(1, pupils));
  return (Math.max(1, pupils) + (isTotal ? TOTAL_COST : 0) + (index + 1) / (4 * length * length)) / perPupil;
}

/** Which figures move when the target does; at first only such as can fall by all of it, as in a cycle. */
function cheapest(open: OpenProgram, movables: readonly Movable[], ways: readonly Bounds[], target: number, solve: () => readonly number[] | null): number[] {
  const own = movables[target];
  if (!own) return [];
  const free = (column: number): Bounds => ways[column] ?? { least: 0, greatest: 0 };
  for (const move of own.moves) {
    const [along, against] = move > 0 ? [2 * target, 2 * target + 1] : [2 * target + 1, 2 * target];
    if (free(along).greatest < Math.abs(move)) continue;
    const weak = movables.flatMap((one, index) => (index !== target && one.unit === own.unit && free(2 * index + 1).greatest < Math.abs(move) ? [2 * index + 1] : []));
    open.bound(along, { least: Math.abs(move), greatest: free(along).greatest });
    open.bound(against, { least: 0, greatest: 0 });
    for (const column of weak) open.bound(column, { least: 0, greatest: 0 });
    let found = solve();
    for (const column of weak) open.bound(column, free(column));
    found ??= solve();
    open.bound(along, free(along));
    open.bound(against, free(against));
    const moved = found;
    if (moved) return movables.flatMap((_one, index) => ((moved[2 * index] ?? 0) > SMALLEST_MOVE || (moved[2 * index + 1] ?? 0) > SMALLEST_MOVE ? [index] : []));
  }
  return [];
}
