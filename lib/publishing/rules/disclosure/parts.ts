/** Unknowns that bear on each other, apart from those that do not: each part is a small program of its own. */
import type { ProgramRow } from './program';

export interface PartOf<Unknown, Constraint extends ProgramRow> {
  readonly unknowns: readonly Unknown[];
  /** Their columns are places in `unknowns`. */
  readonly constraints: readonly Constraint[];
}

/** Parts that share no unknown, in the order of their first one. Constraints without terms are dropped. */
export function partsOf<Unknown, Constraint extends ProgramRow>({ unknowns, constraints }: PartOf<Unknown, Constraint>): PartOf<Unknown, Constraint>[] {
  const above = unknowns.map((_one, column) => column);
  const rootOf = (column: number): number => {
    let root = column;
    for (let next = above[root] ?? root; next !== root; next = above[root] ?? root) root = next;
    above[column] = root;
    return root;
  };
  for (const { terms: [first, ...others] } of constraints) for (const { column } of others) above[rootOf(column)] = rootOf(first?.column ?? column);
  const parts = new Map<number, { readonly unknowns: Unknown[]; readonly constraints: Constraint[] }>();
  const places = unknowns.map((unknown, column) => {
    const part = parts.get(rootOf(column)) ?? { unknowns: [], constraints: [] };
    parts.set(rootOf(column), part);
    return part.unknowns.push(unknown) - 1;
  });
  for (const one of constraints) {
    const [first] = one.terms;
    if (first) parts.get(rootOf(first.column))?.constraints.push({ ...one, terms: one.terms.map(({ column, times }) => ({ column: places[column] ?? 0, times })) });
  }
  return [...parts.values()];
}
