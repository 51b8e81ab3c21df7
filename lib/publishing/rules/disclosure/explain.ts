/** How a reader works a figure out, in the fewest relations, and what mends the report. */
import type { ControlPolicy } from './figures';
import type { Constraint, Knowledge } from './knowledge';
import type { LinearSolver } from './program';
import { partsOf } from './parts';
import { givenAway, type FoundRange, type Part, rangesOf } from './ranges';
import { type Place, placeWords } from './report';

/** A figure that the published reports give away. */
export interface Leak {
  readonly key: string;
  readonly figure: string;
  readonly least: number;
  readonly greatest: number;
  /** Where it is left out; none where it is printed nowhere. */
  readonly places: readonly Place[];
  /** Each step that a reader takes. */
  readonly how: readonly string[];
  readonly mend: string;
  /** All of it, for the officer. Says the figure or its range: never for a public page. */
  readonly message: string;
}

/** The leak of a range. With fewer relations than those kept, the figure would be safe. */
export function leakOf(range: FoundRange, part: Part, knowledge: Knowledge, policy: ControlPolicy, solver: LinearSolver): Leak {
  const kept = fewest(range, part, policy, solver);
  const how = kept.map((one) => stepWords(one, knowledge));
  const printed = kept.flatMap((one) => one.relation.terms.flatMap(({ key }) => {
    const places = knowledge.known.get(key)?.places ?? [];
    const own = knowledge.facts.get(key);
    return own && places.length > 0 ? [{ words: own.words, place: places[places.length - 1] }] : [];
  }));
  return leak(range, how, mendWords(printed));
}

/** A leak that needs no sums. */
export function leak(range: FoundRange, how: readonly string[], mend: string): Leak {
  const { unknown: { facts: { key, words: figure }, hiddenAt: places }, least, greatest } = range;
  const where = places.length > 0 ? ` is left out in ${places.map(placeWords).join(' and in ')}, but` : '';
  return { key, figure, least, greatest, places, how, mend, message: `${figure}${where} ${rangeWords(least, greatest)}: ${how.join('; ')}. ${mend}` };
}

function rangeWords(least: number, greatest: number): string {
  if (least === greatest) return `can be worked out as ${least}`;
  if (least === -Infinity) return `can be worked out to be at most ${greatest}`;
  return `can be worked out to lie from ${least} to ${greatest}`;
}

function mendWords(printed: readonly { readonly words: string; readonly place: Place | undefined }[]): string {
  const newest = printed.reduce((last, { place }) => (place && order(place) > last ? order(place) : last), '');
  const cells = [...new Set(printed.flatMap(({ words, place }) => (place && order(place) === newest ? [words] : [])))];
  const one = cells.length > 0 ? `Leave out one of ${cells.join(', ')} as well` : 'Leave out one more figure that leads to it';
  return `${one}, join rows or columns, publish it by the term, or round it to 5.`;
}

function order({ month, version }: Place): string {
  return `${month} ${String(version).padStart(4, '0')}`;
}

function stepWords({ relation, terms }: Constraint, { known, facts }: Knowledge): string {
  const given = relation.terms.flatMap(({ key }) => {
    const found = known.get(key);
    if (!found) return [];
    const place = found.places[found.places.length - 1];
    return [`${facts.get(key)?.words ?? key} is ${found.value}${place ? ` in ${placeWords(place)}` : ', as is known'}`];
  });
  return `${relation.words}${given.length > 0 ? `, where ${given.join(', ')}` : ''}${terms.length > 1 ? '' : ', and nothing else in it is left out'}`;
}

/** Drops one relation after another as long as the rest still gives the figure away: those that do not name it first. */
function fewest(range: FoundRange, part: Part, policy: ControlPolicy, solver: LinearSolver): readonly Constraint[] {
  const stillLeaks = (constraints: readonly Constraint[]): boolean => {
    const own = partsOf({ unknowns: part.unknowns, constraints }).find((one) => one.unknowns.includes(range.unknown));
    return own !== undefined && rangesOf(own, solver, (one) => one === range.unknown).some((one) => givenAway(one, policy));
  };
  const names = ({ relation }: Constraint): boolean => relation.terms.some((term) => term.key === range.unknown.facts.key);
  let kept = part.constraints;
  for (const one of [...part.constraints.filter((each) => !names(each)), ...part.constraints.filter(names)]) {
    const rest = kept.filter((each) => each !== one);
    if (stillLeaks(rest)) kept = rest;
  }
  return kept;
}
