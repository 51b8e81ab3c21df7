/** From a report's true figures to what may be published: the way into disclosure control for whoever builds a report. */
import { attack } from './attack';
import { CONTROL_POLICY, type ControlPolicy, isSmall, type Quantity, reachOf } from './figures';
import type { Leak } from './explain';
import { type Knowledge, knowledgeOf } from './knowledge';
import { type Mark, markNotes } from './marks';
import type { LinearSolver } from './program';
import { cellsOf, type FigureFacts, type PublishedReport, type ReportDraft } from './report';
import { chooseSecondaries, type Movable } from './secondary';
import { figuresIn, shownTables } from './shown-cells';
import { stands } from './stands';
import { wholeGroupLeaks } from './whole-groups';

export interface ProtectInput {
  readonly draft: ReportDraft;
  /** All versions of all reports published so far that tell of the same pupils, oldest first. */
  readonly earlier: readonly PublishedReport[];
  /** The figures that earlier drafts listed, with their true values; those in the draft may be among them. */
  readonly earlierValues: readonly Quantity[];
  /** Keys that the officer leaves out besides, to mend a report that was refused. */
  readonly alsoLeftOut?: readonly string[];
}

export interface LeftOut {
  readonly key: string;
  readonly words: string;
  /** Small itself, left out before or by the officer, or so that another cannot be worked out. */
  readonly because: 'small' | 'chosen' | 'secondary';
}

export type Protected =
  | {
      readonly kind: 'protected';
      /** Publish its title, month, version and tables; keep its control with it, unpublished. */
      readonly published: PublishedReport;
      readonly leftOut: readonly LeftOut[];
      /** One sentence for each mark used, for below the tables. */
      readonly notes: readonly string[];
    }
  /** Nothing is published: each leak names the cell, how it is worked out and how to mend it. */
  | { readonly kind: 'refused'; readonly leaks: readonly Leak[] };

/**
 * Leaves out small figures, then others so that no small one can be worked out at least loss, shows again what
 * turned out not to be needed, and attacks the result with all that was published before (quantitative methods, section 6; R75, R81).
 * It ends with the attack of a reader who has only what is published.
 * RangeError when figures contradict each other, or a key has no value: a fault of the builder, not of the report.
 */
export function protectReport({ draft, earlier, earlierValues, alsoLeftOut = [] }: ProtectInput, solver: LinearSolver, policy: ControlPolicy = CONTROL_POLICY): Protected {
  const whole = wholeGroupLeaks(draft);
  if (whole.length > 0) return { kind: 'refused', leaks: whole };
  const values = valuesOf(draft, earlierValues);
  const shown = new Set(cellsOf(draft).flatMap(({ cell }) => figuresIn(cell)));
  const before = new Set(earlier.flatMap((report) => cellsOf(report)).flatMap(({ cell }) => (cell.kind === 'figure' && cell.shown === '[c]' ? [cell.key] : [])));
  const leftOut = new Map<string, LeftOut['because']>();
  for (const one of draft.quantities) if (isSmall(one, policy) && (shown.has(one.key) || roundingTells(draft, one, policy))) leftOut.set(one.key, 'small');
  for (const key of [...shown].filter((one) => before.has(one) || alsoLeftOut.includes(one))) if (!leftOut.has(key)) leftOut.set(key, 'chosen');
  const allHidden = publishedWith(draft, values, new Set(draft.quantities.filter((one) => leftOut.has(one.key) || mayBeLeftOut(one, shown)).map((one) => one.key)), policy);
  const printedBefore = knowledgeOf(earlier, policy).known;
  const scene = knowledgeOf([...earlier, withoutPrinted(allHidden, printedBefore)], policy);
  const tables = { truth: new Map([...values].map(([key, { value }]) => [key, value])), found: [] };
  const publish = (): PublishedReport => publishedWith(draft, values, new Set(leftOut.keys()), policy);
  for (const wholeNumbers of [false, true]) {
    const movables = movablesOf(scene, values, shown, leftOut, draft, policy);
    for (const key of chooseSecondaries(movables, scene.constraints, solver, wholeNumbers)) leftOut.set(key, 'secondary');
    if (!stands([...earlier, publish()], tables, [], solver, policy)) continue;
    const again: string[] = [];
    for (const key of dearestFirst(movables, leftOut)) {
      leftOut.delete(key);
      if (stands([...earlier, publish()], tables, [...again, key], solver, policy, key)) again.push(key);
      else leftOut.set(key, 'secondary');
    }
    break;
  }
  const published = publish();
  const leaks = attack([...earlier, published], solver, policy);
  if (leaks.length > 0) return { kind: 'refused', leaks };
  return { kind: 'protected', published, leftOut: [...leftOut].map(([key, because]) => ({ key, because, words: values.get(key)?.words ?? key })), notes: notesOf(published) };
}

/** Noughts stay, and figures of nobody. */
function mayBeLeftOut({ key, value, pupils, signed }: Quantity, shown: ReadonlySet<string>): boolean {
  return shown.has(key) && pupils !== null && (value !== 0 || signed === true);
}

/** RangeError where one key has two values. */
function valuesOf(draft: ReportDraft, earlierValues: readonly Quantity[]): ReadonlyMap<string, Quantity> {
  const values = new Map<string, Quantity>();
  for (const one of [...earlierValues, ...draft.quantities]) {
    const other = values.get(one.key);
    if (!Number.isSafeInteger(one.value) || (one.value < 0 && !one.signed)) throw new RangeError(`Not a whole figure from 0: ${one.words} is ${one.value}`);
    if (other && other.value !== one.value) throw new RangeError(`${one.words} is ${other.value} and ${one.value}. A corrected figure needs a key of its own`);
    values.set(one.key, one);
  }
  return values;
}

/** Rounding hides a small count of pupils, but not a small amount or number of days. */
function roundingTells(draft: ReportDraft, quantity: Quantity, policy: ControlPolicy): boolean {
  return reachOf(quantity, policy) !== policy.threshold && cellsOf(draft).some(({ cell }) => cell.kind === 'rounded' && cell.key === quantity.key);
}

function publishedWith(draft: ReportDraft, values: ReadonlyMap<string, Quantity>, leftOut: ReadonlySet<string>, policy: ControlPolicy): PublishedReport {
  const { title, month, version, relations } = draft;
  const facts = (one: Quantity): FigureFacts => ({ key: one.key, words: one.words, unit: one.unit, signed: one.signed ?? false, reach: reachOf(one, policy), small: isSmall(one, policy) });
  return {
    title, month, version, tables: shownTables(draft.tables, values, leftOut),
    control: { figures: draft.quantities.map(facts), known: draft.quantities.filter((one) => one.pupils === null).map(({ key, value }) => ({ key, value })), relations },
  };
}

/** The report without the cells whose figures were printed before: those cannot be taken back. */
function withoutPrinted(report: PublishedReport, printed: Knowledge['known']): PublishedReport {
  return {
    ...report,
    tables: report.tables.map((table) => ({ ...table, rows: table.rows.map((row) => ({
      ...row, cells: row.cells.map((cell) => (cell.kind === 'figure' && printed.has(cell.key) ? { kind: 'text' as const, shown: '' } : cell)),
    })) })),
  };
}

/** Every figure that is not printed for good, with what it needs. RangeError where the true values do not fit the relations. */
function movablesOf(
  scene: Knowledge, values: ReadonlyMap<string, Quantity>, shown: ReadonlySet<string>, leftOut: ReadonlyMap<string, unknown>, draft: ReportDraft, policy: ControlPolicy,
): Movable[] {
  const totals = new Set(draft.relations.flatMap((one) => one.total ?? []));
  const movables = scene.unknowns.map(({ facts, bounds, hiddenAt }): Movable => {
    const own = values.get(facts.key);
    if (!own) throw new RangeError(`The true value of an earlier figure is needed: ${facts.words}`);
    const isShown = shown.has(facts.key) && !leftOut.has(facts.key);
    const secret = !isShown && (facts.small || (hiddenAt.length > 0 && !roundedOnly(draft, facts.key, leftOut)));
    return { key: facts.key, value: own.value, unit: facts.unit, bounds, pupils: Math.abs(own.pupils ?? own.value), isTotal: totals.has(facts.key), shown: isShown, moves: secret ? movesOf(own, facts, hiddenAt.length > 0, policy) : [] };
  });
  for (const { relation, terms, least, greatest } of scene.constraints) {
    const sum = terms.reduce((all, { column, times }) => all + times * (movables[column]?.value ?? 0), 0);
    if (sum < least || sum > greatest) throw new RangeError(`The figures do not fit: ${relation.words}`);
  }
  return movables;
}

/** The order in which secondaries are shown again where nothing leaks without them: totals, then what most pupils stand behind. */
function dearestFirst(movables: readonly Movable[], leftOut: ReadonlyMap<string, LeftOut['because']>): string[] {
  return movables.filter(({ key }) => leftOut.get(key) === 'secondary')
    .sort((a, b) => Number(b.isTotal) - Number(a.isTotal) || b.pupils - a.pupils).map(({ key }) => key);
}

function roundedOnly(draft: ReportDraft, key: string, leftOut: ReadonlyMap<string, unknown>): boolean {
  return !leftOut.has(key) && cellsOf(draft).some(({ cell }) => cell.kind === 'rounded' && cell.key === key);
}

/** Up to five pupils' worth; down to 0 for a count that is printed nowhere; else by one, either way. */
function movesOf({ value }: Quantity, { reach }: FigureFacts, isPrinted: boolean, { threshold }: ControlPolicy): number[] {
  if (reach !== null && reach > value) return [reach - value, ...(reach === threshold && !isPrinted ? [-value] : [])];
  return [1, -1];
}

function notesOf(published: PublishedReport): string[] {
  return markNotes(cellsOf(published).flatMap(({ cell }) => (typeof cell.shown === 'string' && /^\[[a-z]+\]$/.test(cell.shown) ? [cell.shown as Mark] : [])));
}
