import loadHighs, { type Highs, type Model } from 'highs';
import type { Goal, LinearSolver, OpenProgram, Program } from './rules/disclosure/program';

/** Seconds for one goal: the programs of one report take milliseconds. */
const TIME_LIMIT = 30;
let loading: Promise<LinearSolver> | null = null;

/** HiGHS, compiled to WebAssembly, as the rules of disclosure control want it; loaded once per process. */
export function loadLinearSolver(): Promise<LinearSolver> {
  loading ??= loadHighs().then((highs) => (program, use) => {
    const model = highs.createModel(dataOf(highs, program));
    try {
      model.options.set({ output_flag: false, time_limit: TIME_LIMIT, mip_rel_gap: 0, mip_abs_gap: 0, random_seed: 0, presolve: 'off' });
      return use(opened(highs, model, program));
    } finally {
      model.dispose();
    }
  });
  return loading;
}

function dataOf(highs: Highs, { columns, rows }: Program): Parameters<Highs['createModel']>[0] {
  const entries = rows.flatMap((row) => row.terms);
  const bound = (value: number): number => (Number.isFinite(value) ? value : Math.sign(value) * highs.infinity);
  let filled = 0;
  return {
    numCols: columns.length, numRows: rows.length,
    colCost: columns.map(() => 0), colLower: columns.map(({ least }) => bound(least)), colUpper: columns.map(({ greatest }) => bound(greatest)),
    rowLower: rows.map(({ least }) => bound(least)), rowUpper: rows.map(({ greatest }) => bound(greatest)),
    matrix: {
      format: 'csr', numRows: rows.length, numCols: columns.length,
      starts: [0, ...rows.map((row) => (filled += row.terms.length))],
      indices: entries.map((term) => term.column), values: entries.map((term) => term.times),
    },
  };
}

function opened(highs: Highs, model: Model, { columns }: Program): OpenProgram {
  const { objectiveSense, variableType, modelStatus } = highs.constants;
  const all = { kind: 'range', from: 0, to: columns.length - 1 } as const;
  // Without presolve each goal starts from the last one's end.
  let isWhole = false;
  const solve = (goal: Goal): readonly number[] | null => {
    const costs = columns.map(() => 0);
    for (const { column, times } of goal.costs) costs[column] = (costs[column] ?? 0) + times;
    model.changeColsCost(all, costs);
    model.changeObjectiveSense(goal.sense === 'least' ? objectiveSense.minimize : objectiveSense.maximize);
    if (goal.whole !== isWhole) {
      model.changeColsIntegrality(all, columns.map(() => (goal.whole ? variableType.integer : variableType.continuous)));
      model.options.set({ presolve: goal.whole ? 'choose' : 'off' });
      isWhole = goal.whole;
    }
    model.run();
    const status = model.getModelStatus();
    if (status === modelStatus.infeasible) return null;
    if (status !== modelStatus.optimal) throw new RangeError(`The linear program ended with status ${status}`);
    return [...model.getSolution().colValue];
  };
  return { solve, bound: (column, { least, greatest }) => void model.changeColBounds(column, least, greatest) };
}
