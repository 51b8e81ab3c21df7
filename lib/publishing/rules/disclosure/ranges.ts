/** The least and greatest that each figure left out can be, given everything published: by linear programming, with whole numbers seen to fit exactly. */
import type { ControlPolicy } from './figures';
import { type Constraint, FAR, type Unknown } from './knowledge';
import type { PartOf } from './parts';
import { fits, type LinearSolver, type OpenProgram, type Program } from './program';

export interface FoundRange {
  readonly unknown: Unknown;
  /** Minus infinity where nothing bounds it. */
  readonly least: number;
  readonly greatest: number;
}

/** Unknowns that bear on each other, and the relations that tie them. */
export type Part = PartOf<Unknown, Constraint>;

function programOf({ unknowns, constraints }: Part): Program {
  return { columns: unknowns.map((one) => one.bounds), rows: constraints };
}

/** True when the range gives the figure away: quantitative methods, section 6. */
export function givenAway({ unknown: { facts, hiddenAt }, least, greatest }: FoundRange, { threshold }: ControlPolicy): boolean {
  if (hiddenAt.length > 0 || (facts.small && facts.reach !== threshold)) return least === greatest || (facts.reach !== null && greatest < facts.reach);
  return facts.unit === 'count' && facts.reach !== null && least >= 1 && greatest < threshold;
}

/** The ranges of a part's unknowns, or of some of them, exactly. RangeError when no whole numbers fit: the figures contradict each other. */
export function rangesOf(part: Part, solver: LinearSolver, wanted: (unknown: Unknown) => boolean = () => true): FoundRange[] {
  const program = programOf(part);
  return solver(program, (open) => part.unknowns.flatMap((unknown, column) => {
    if (!wanted(unknown)) return [];
    const end = (sense: 'least' | 'greatest'): number => valueAt(extreme(open, program, column, sense), column);
    return [rangeFrom(unknown, end('least'), end('greatest'))];
  }));
}

/**
 * The ranges that give a figure away. Stops at a figure as soon as two fitting tables show that it is safe, and
 * at the first leak where only one is wanted. `seen` holds tables known to fit, by column; those found are added.
 */
export function leaksOf(part: Part, policy: ControlPolicy, solver: LinearSolver, seen: number[][] = [], onlyFirst = false): FoundRange[] {
  const program = programOf(part);
  return solver(program, (open) => {
    const leaks: FoundRange[] = [];
    const safe = (unknown: Unknown, column: number): boolean => {
      const values = seen.map((one) => valueAt(one, column));
      return values.length > 0 && !givenAway(rangeFrom(unknown, Math.min(...values), Math.max(...values)), policy);
    };
    part.unknowns.forEach((unknown, column) => {
      if (onlyFirst && leaks.length > 0) return;
      for (const sense of ['greatest', 'least'] as const) {
        if (safe(unknown, column)) return;
        seen.push(extreme(open, program, column, sense));
      }
      const [greatest, least] = seen.slice(-2).map((one) => valueAt(one, column));
      const range = rangeFrom(unknown, least ?? 0, greatest ?? 0);
      if (givenAway(range, policy)) leaks.push(range);
    });
    return leaks;
  });
}

function valueAt(values: readonly number[], column: number): number {
  return values[column] ?? 0;
}

/** Where one figure stops at its bound, those tied to it stop near theirs: beyond half of it nothing real bounds them. */
function rangeFrom(unknown: Unknown, least: number, greatest: number): FoundRange {
  const far = FAR[unknown.facts.unit] / 2;
  return { unknown, least: least <= -far ? -Infinity : least, greatest: greatest >= far ? Infinity : greatest };
}

/** A table of whole numbers that fits exactly and takes one column to its end. */
function extreme(open: OpenProgram, program: Program, column: number, sense: 'least' | 'greatest'): number[] {
  const goal = { costs: [{ column, times: 1 }], sense };
  for (const whole of [false, true]) {
    const found = open.solve({ ...goal, whole });
    if (found === null) throw new RangeError('The published figures contradict each other: no whole numbers fit them');
    // Adding 0 turns minus nought into nought.
    const values = found.map((value) => Math.round(value) + 0);
    const near = Math.abs(valueAt(values, column) - valueAt(found, column)) < 1e-5;
    if (near && fits(program, values)) return values;
  }
  throw new RangeError('The solver found no whole numbers that fit the published figures exactly');
}
