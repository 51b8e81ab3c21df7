/** The attack for whoever knows the true figures: quicker, because they are one fitting table already, and each found serves again. */
import type { ControlPolicy } from './figures';
import { knowledgeOf } from './knowledge';
import { partsOf } from './parts';
import type { LinearSolver } from './program';
import { leaksOf, type Part } from './ranges';
import type { PublishedReport } from './report';

type Values = ReadonlyMap<string, number>;

/** Tables that fit what is published, each a value for every key: the true one first. */
export interface FittingTables {
  readonly truth: Values;
  readonly found: Values[];
}

/**
 * Whether nothing can be worked out from reports. With a key, only what hangs together with it is looked at: the reports
 * stood before that figure was shown. `shown` are the keys that have been shown again since the tables were found.
 */
export function stands(
  reports: readonly PublishedReport[], tables: FittingTables, shown: readonly string[], solver: LinearSolver, policy: ControlPolicy, key?: string,
): boolean {
  const knowledge = knowledgeOf(reports, policy);
  const fitting = [tables.truth, ...tables.found].filter((one) => shown.every((each) => one.get(each) === tables.truth.get(each)));
  return partsOf(knowledge).filter((part) => key === undefined || touches(part, key)).every((part) => {
    const known = fitting.map((one) => part.unknowns.map(({ facts }) => one.get(facts.key) ?? Number.NaN));
    const seen = [...known];
    const leaks = leaksOf(part, policy, solver, seen, true);
    for (const values of seen.slice(known.length)) tables.found.push(new Map([...tables.truth, ...part.unknowns.map(({ facts }, column) => [facts.key, values[column] ?? Number.NaN] as const)]));
    return leaks.length === 0;
  });
}

function touches(part: Part, key: string): boolean {
  return part.constraints.some(({ relation }) => relation.terms.some((term) => term.key === key));
}
