/** Pupils in two cells by partnership, over days or terms, as figures and relations of the disclosure control. */
import type { FigureList } from '@/lib/publishing/rules/forum/figure-list';
import { countOfPupils } from '@/lib/publishing/rules/disclosure/figures';
import { sumOf } from '@/lib/publishing/rules/disclosure/relations';
import type { DraftCell } from '@/lib/publishing/rules/disclosure/report';
import type { CloseCalculation, CloseTerm, SplitPart, TrueFigure } from '../types';
import { CATALOGUE, type CalculationKey } from './catalogue';
import { isOfExclusions, type SplitCell, splitKey } from './close-keys';

export type Split = Extract<TrueFigure, { kind: 'split' }>;

/** Which cells a calculation has: a population has no second one. */
function cellsOf(calculation: CalculationKey, show: Split['show']): readonly SplitCell[] {
  return show === 'both' && !isOfExclusions(calculation) ? ['both'] : ['yes', 'no', 'both'];
}

const valueOf = ({ yes, no }: Pick<SplitPart, 'yes' | 'no'>, cell: SplitCell): number => (cell === 'both' ? yes + no : cell === 'yes' ? yes : no);

/** All partnerships together. */
function wholeOf({ parts }: Split): SplitPart {
  return { name: '', yes: parts.reduce((sum, part) => sum + part.yes, 0), no: parts.reduce((sum, part) => sum + part.no, 0) };
}

/**
 * Lists every cell of a split with its totals; `total` alone where its parts are not looked at. What was published of the
 * same days before stays as it was.
 */
export function listSplit(
  list: FigureList, calculation: CalculationKey, days: string, split: Split, keyOf: (name: string) => string, published: ReadonlyMap<string, number>, onlyTotal = false,
): void {
  const cells = cellsOf(calculation, split.show);
  const whole = wholeOf(split);
  const rows = [...(onlyTotal ? [] : split.parts.map((part) => ({ part, id: keyOf(part.name), name: part.name }))), { part: whole, id: 'total', name: 'all' }];
  for (const { part, id, name } of rows) {
    for (const cell of cells) {
      const key = splitKey(calculation, cell, days, id);
      list.add(countOfPupils(key, `${CATALOGUE[calculation].title} (${cell}), ${name}, ${days}`, published.get(key) ?? valueOf(part, cell)));
    }
    if (cells.length > 1) addsUp(list, splitKey(calculation, 'both', days, id), [splitKey(calculation, 'yes', days, id), splitKey(calculation, 'no', days, id)], `the two parts of ${CATALOGUE[calculation].title}, ${name}, ${days}`);
  }
  if (onlyTotal) return;
  for (const cell of cells) addsUp(list, splitKey(calculation, cell, days, 'total'), split.parts.map((part) => splitKey(calculation, cell, days, keyOf(part.name))), `${CATALOGUE[calculation].title} (${cell}) of all, ${days}`);
}

/** Relates a total to its parts where they add up: what is judged on the last day of each term does not. */
function addsUp(list: FigureList, total: string, parts: readonly string[], words: string): void {
  const own = parts.flatMap((key) => list.of(key) ?? []);
  if (own.length === parts.length && own.reduce((sum, one) => sum + one.value, 0) === list.of(total)?.value) list.relate(sumOf(total, parts, words));
}

/** The terms of a figure add up to it. */
export function relateTerms(list: FigureList, calculation: CalculationKey, days: string, labels: readonly string[], split: Split, keyOf: (name: string) => string): void {
  for (const cell of cellsOf(calculation, split.show)) {
    for (const id of [...split.parts.map((part) => keyOf(part.name)), 'total']) {
      addsUp(list, splitKey(calculation, cell, days, id), labels.map((label) => splitKey(calculation, cell, label, id)), `the terms of ${days} add up`);
    }
  }
}

/**
 * Exclusions by the term as they were first published, and a figure that is the sum of its terms: a later count would tell
 * by subtraction what was recorded late.
 */
export function asFirstPublished(one: CloseCalculation, published: ReadonlyMap<string, number>, keyOf: (name: string) => string): CloseCalculation {
  if (!isOfExclusions(one.key) || one.figure.kind !== 'split') return one;
  const kept = (label: string, part: SplitPart): SplitPart => {
    const of = (cell: SplitCell, value: number): number => published.get(splitKey(one.key, cell, label, keyOf(part.name))) ?? value;
    const both = of('both', part.yes + part.no);
    const yes = Math.min(of('yes', part.yes), both);
    return { name: part.name, yes, no: both - yes };
  };
  const terms = one.terms.map((term): CloseTerm => (term.figure.kind === 'split' ? { ...term, figure: { ...term.figure, parts: term.figure.parts.map((part) => kept(term.label, part)) } } : term));
  const own = terms.filter((term) => term.isOfFigure);
  const bothOf = (name: string): number => own.reduce((sum, { figure }) => sum + (figure.kind === 'split' ? figure.parts.filter((part) => part.name === name).reduce((all, part) => all + part.yes + part.no, 0) : 0), 0);
  const parts = one.figure.parts.map(({ name, yes }): SplitPart => {
    const both = bothOf(name);
    return { name, yes: Math.min(yes, both), no: both - Math.min(yes, both) };
  });
  return { ...one, terms, figure: { ...one.figure, parts } };
}

/** What the Board reads of a row: a count, or a share with what it is of. */
export function splitCells(calculation: CalculationKey, show: Split['show'], days: string, id: string): DraftCell[] {
  const figure = (cell: SplitCell): DraftCell => ({ kind: 'figure', key: splitKey(calculation, cell, days, id) });
  if (show !== 'share') return [figure(show)];
  return [figure('yes'), figure('both'), { kind: 'ratio', numerator: splitKey(calculation, 'yes', days, id), denominator: splitKey(calculation, 'both', days, id), per: 100, decimals: 1 }];
}
