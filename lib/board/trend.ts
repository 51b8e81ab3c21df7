import type { ReadTx } from '@/lib/server/unit-of-work';
import { figureOf } from './figure-of';
import { type BoardFacts, trueFigure } from './figure-store';
import { CATALOGUE, type CalculationKey } from './rules/catalogue';
import { daysAt, endOfLastMonth } from './rules/figure-days';
import { figureWords } from './rules/figure-words';
import { shownFigure } from './rules/shown-figure';
import { monthEnds, monthLabel, tellsOfFew, termDays } from './rules/trend-days';
import type { TrendValue, TrueFigure } from './types';

/**
 * How a calculation went over twelve months: each of the three terms of what is counted by the term, each month end of the
 * rest. Spend has its months in the high-needs monitor.
 */
export async function trendOf(tx: ReadTx, key: CalculationKey, facts: BoardFacts): Promise<TrendValue[]> {
  const { daysOf } = CATALOGUE[key];
  if (key === 'attendance' || daysOf === 'financial_year') return [];
  return daysOf === 'three_terms' ? byTerm(tx, key, facts) : byMonth(tx, key, facts);
}

async function byTerm(tx: ReadTx, key: CalculationKey, facts: BoardFacts): Promise<TrendValue[]> {
  const { unit, isCount } = CATALOGUE[key];
  const { shown, before } = termDays(facts.days.terms, endOfLastMonth(tx.today));
  const figures: { readonly label: string; readonly figure: TrueFigure }[] = [];
  for (const days of shown) figures.push({ label: days.words, figure: await trueFigure(tx, key, days, facts) });
  const isFew = figures.some(({ figure }) => tellsOfFew(figure)) || (before !== null && tellsOfFew(await trueFigure(tx, key, before, facts)));
  return figures.map(({ label, figure }) => {
    // The rows of a term are not shown, so only its whole is looked at.
    const one = shownFigure(wholeOf(figure), isCount);
    return isFew ? { label, value: null, words: '[c]' } : { label, value: one.value, words: figureWords(one, unit) };
  });
}

/** A split figure as one row: its partnerships are not shown with it. */
function wholeOf(figure: TrueFigure): TrueFigure {
  if (figure.kind !== 'split') return figure;
  const sum = (cell: 'yes' | 'no'): number => figure.parts.reduce((all, part) => all + part[cell], 0);
  return { ...figure, parts: [{ name: '', yes: sum('yes'), no: sum('no') }] };
}

async function byMonth(tx: ReadTx, key: CalculationKey, facts: BoardFacts): Promise<TrendValue[]> {
  const { daysOf, unit } = CATALOGUE[key];
  const values: TrendValue[] = [];
  for (const end of monthEnds(endOfLastMonth(tx.today))) {
    const figure = await figureOf(tx, key, daysAt(daysOf, end, facts.days), facts);
    values.push({ label: monthLabel(end), value: figure.value, words: figureWords({ ...figure, denominator: unit === 'share' ? figure.denominator : null }, unit) });
  }
  return values;
}
