/** Everything a reader of several published reports has: figures printed, figures left out, and how they hang together. */
import type { ControlPolicy } from './figures';
import type { Bounds, ProgramRow } from './program';
import { ratioRelations, roundedFrom } from './printed-numbers';
import type { Relation } from './relations';
import { cellsOf, type FigureFacts, type Place, placeWords, type PublishedReport } from './report';

export interface Unknown {
  readonly facts: FigureFacts;
  readonly bounds: Bounds;
  /** Where [c] stands for it; none where it is rounded, or never printed. */
  readonly hiddenAt: readonly Place[];
}

/** A relation with the printed figures put in: its columns are unknowns by number. */
export interface Constraint extends ProgramRow {
  readonly relation: Relation;
}

export interface Knowledge {
  readonly unknowns: readonly Unknown[];
  readonly constraints: readonly Constraint[];
  /** Figures printed exactly or known to everybody; the places where each is printed. */
  readonly known: ReadonlyMap<string, { readonly value: number; readonly places: readonly Place[] }>;
  readonly facts: ReadonlyMap<string, FigureFacts>;
  /** Intervals and sentences that are shown, with the figures they give away. */
  readonly telling: readonly { readonly key: string; readonly place: Place }[];
  readonly hidden: ReadonlyMap<string, readonly Place[]>;
}

/** Bounds of what nothing bounds; a figure that comes near its bound counts as without limit. */
export const FAR: Readonly<Record<FigureFacts['unit'], number>> = { count: 1_000_000, pence: 1_000_000_000 };

/** RangeError when a figure is printed with two values, or a relation names a figure that no report lists. */
export function knowledgeOf(reports: readonly PublishedReport[], policy: ControlPolicy): Knowledge {
  const facts = new Map<string, FigureFacts>();
  for (const one of reports.flatMap((report) => report.control.figures)) {
    const before = facts.get(one.key);
    facts.set(one.key, before ? { ...one, small: one.small || before.small, reach: one.reach ?? before.reach } : one);
  }
  const cells = reports.flatMap((report) => cellsOf(report));
  const known = new Map<string, { value: number; places: Place[] }>();
  const learn = (key: string, value: number, place: Place | null): void => {
    const before = known.get(key);
    if (before && before.value !== value) throw new RangeError(`${facts.get(key)?.words ?? key} is ${before.value} in one place and ${value} in ${place ? placeWords(place) : 'another'}. A corrected figure needs a key of its own`);
    known.set(key, { value, places: [...before?.places ?? [], ...(place ? [place] : [])] });
  };
  for (const { key, value } of reports.flatMap((report) => report.control.known)) learn(key, value, null);
  const hidden = new Map<string, Place[]>();
  const intervals = new Map<string, Bounds>();
  const relations = reports.flatMap((report) => report.control.relations);
  for (const { cell, place } of cells) {
    if (cell.kind === 'figure' && typeof cell.shown === 'number') learn(cell.key, cell.shown, place);
    if ((cell.kind === 'figure' || cell.kind === 'rounded') && cell.shown === '[c]') hidden.set(cell.key, [...hidden.get(cell.key) ?? [], place]);
    if (cell.kind === 'rounded' && typeof cell.shown === 'number') narrow(intervals, cell.key, roundedFrom(cell.shown, cell.multiple));
    if (cell.kind === 'ratio' && typeof cell.shown === 'number') relations.push(...ratioRelations(cell, cell.shown, `the rounded figure in ${placeWords(place)}`));
  }
  const keys = [...new Set([...hidden.keys(), ...intervals.keys(), ...relations.flatMap((one) => one.terms.map((term) => term.key))])].filter((key) => !known.has(key));
  const unknowns = keys.map((key): Unknown => {
    const own = facts.get(key);
    if (!own) throw new RangeError(`A relation names a figure that no report lists: ${key}`);
    const far = FAR[own.unit];
    const floor = own.signed ? -far : hidden.has(key) ? policy.leastHidden : 0;
    const printed = intervals.get(key);
    return { facts: own, hiddenAt: hidden.get(key) ?? [], bounds: { least: Math.max(floor, printed?.least ?? floor), greatest: Math.min(far, printed?.greatest ?? far) } };
  });
  return {
    unknowns, constraints: constraintsOf(relations, new Map(keys.map((key, column) => [key, column])), known), known, facts, hidden,
    telling: cells.flatMap(({ cell, place }) => (cell.kind === 'rests' && cell.shown !== '[c]' ? cell.on.map((key) => ({ key, place })) : [])),
  };
}

function narrow(intervals: Map<string, Bounds>, key: string, { least, greatest }: Bounds): void {
  const before = intervals.get(key);
  intervals.set(key, { least: Math.max(least, before?.least ?? least), greatest: Math.min(greatest, before?.greatest ?? greatest) });
}

/** Each relation once, with the printed figures moved to its bounds. RangeError where printed figures alone break one. */
function constraintsOf(relations: readonly Relation[], columns: ReadonlyMap<string, number>, known: Knowledge['known']): Constraint[] {
  const once = new Map(relations.map((one) => [JSON.stringify([one.terms, String(one.least), String(one.greatest)]), one]));
  return [...once.values()].flatMap((relation) => {
    const given = relation.terms.reduce((sum, term) => sum + term.times * (known.get(term.key)?.value ?? 0), 0);
    const terms = relation.terms.flatMap(({ key, times }) => {
      const column = columns.get(key);
      return column === undefined ? [] : [{ column, times }];
    });
    const [least, greatest] = [relation.least - given, relation.greatest - given];
    if (terms.length > 0) return [{ relation, terms, least, greatest }];
    if (least > 0 || greatest < 0) throw new RangeError(`The printed figures break a relation: ${relation.words}`);
    return [];
  });
}
