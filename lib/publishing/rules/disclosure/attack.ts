/** What a reader can recover from everything published together. */
import { CONTROL_POLICY, type ControlPolicy } from './figures';
import { type Leak, leak, leakOf } from './explain';
import { type Knowledge, knowledgeOf, type Unknown } from './knowledge';
import type { LinearSolver } from './program';
import { partsOf } from './parts';
import { type FoundRange, leaksOf, rangesOf } from './ranges';
import { type Place, placeWords, type PublishedReport } from './report';

/**
 * Every figure that the reports give away together: left out but printed elsewhere, small but printed, or
 * worked out from totals, months, versions, rates and rounded numbers, exactly or to below the threshold.
 * Give all versions of all reports, oldest first. None means that they may stand together.
 * RangeError when the figures contradict each other.
 */
export function attack(reports: readonly PublishedReport[], solver: LinearSolver, policy: ControlPolicy = CONTROL_POLICY): Leak[] {
  const knowledge = knowledgeOf(reports, policy);
  return [...printedLeaks(knowledge), ...partsOf(knowledge).flatMap((part) => leaksOf(part, policy, solver).map((range) => leakOf(range, part, knowledge, policy, solver)))];
}

/** The ranges of the figures left out, rounded or printed nowhere that are wanted, for the audit and for tests. */
export function feasibleRanges(
  reports: readonly PublishedReport[], solver: LinearSolver, policy: ControlPolicy = CONTROL_POLICY, wanted: (unknown: Unknown) => boolean = () => true,
): FoundRange[] {
  return partsOf(knowledgeOf(reports, policy)).flatMap((part) => (part.unknowns.some(wanted) ? rangesOf(part, solver, wanted) : []));
}

/** Those that need no sums. */
function printedLeaks({ known, hidden, facts, telling }: Knowledge): Leak[] {
  const found = (key: string, value: { readonly least: number; readonly greatest: number }): FoundRange[] => {
    const own = facts.get(key);
    return own ? [{ unknown: { facts: own, hiddenAt: hidden.get(key) ?? [], bounds: value }, ...value }] : [];
  };
  const printed = [...known].filter(([key, { places }]) => places.length > 0 && (hidden.has(key) || facts.get(key)?.small === true));
  const told = telling.filter(({ key }) => hidden.has(key) || (!known.has(key) && facts.get(key)?.small === true));
  return [
    ...printed.flatMap(([key, { value, places }]) => found(key, { least: value, greatest: value }).map((range) => leak(range, [`it is printed in ${places.map(placeWords).join(' and in ')}`], 'Leave it out there too.'))),
    ...told.flatMap(({ key, place }) => found(key, { least: 0, greatest: Infinity }).map((range) => toldLeak(range, place))),
  ];
}

function toldLeak(range: FoundRange, place: Place): Leak {
  return leak(range, [`the interval or words in ${placeWords(place)} are worked out from it`], 'Leave those out too.');
}
