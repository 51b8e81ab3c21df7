/** A linear program over whole-number unknowns, and what solves it. The rules are handed the solver: they do no I/O of their own. */

export interface Term {
  readonly column: number;
  readonly times: number;
}

/** `least <= sum of times x column <= greatest`; all numbers whole. */
export interface ProgramRow {
  readonly terms: readonly Term[];
  readonly least: number;
  readonly greatest: number;
}

export interface Bounds {
  readonly least: number;
  readonly greatest: number;
}

export interface Program {
  readonly columns: readonly Bounds[];
  readonly rows: readonly ProgramRow[];
}

export interface Goal {
  readonly costs: readonly Term[];
  readonly sense: 'least' | 'greatest';
  /** True to allow whole numbers only, false for the relaxation, which is quicker. */
  readonly whole: boolean;
}

/** A program being solved for one goal after another. */
export interface OpenProgram {
  /** One value per column, or null when nothing fits the rows and bounds. */
  solve(goal: Goal): readonly number[] | null;
  bound(column: number, bounds: Bounds): void;
}

/** Opens a program, lets it be used, and closes it again: see loadLinearSolver. */
export type LinearSolver = <T>(program: Program, use: (open: OpenProgram) => T) => T;

/** True when whole numbers fit every bound and row exactly: no tolerance. */
export function fits(program: Program, values: readonly number[]): boolean {
  const at = (column: number): number => values[column] ?? Number.NaN;
  return program.columns.every(({ least, greatest }, column) => at(column) >= least && at(column) <= greatest)
    && program.rows.every(({ terms, least, greatest }) => {
      const sum = terms.reduce((all, term) => all + term.times * at(term.column), 0);
      return sum >= least && sum <= greatest;
    });
}
