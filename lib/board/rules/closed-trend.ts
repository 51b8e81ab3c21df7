import { lastDayOf, monthOf } from '@/lib/charges/rules/months';
import type { CloseContent, TrendValue } from '../types';
import { CATALOGUE, type CalculationKey } from './catalogue';
import { figureWords } from './figure-words';
import { monthEnds, monthLabel } from './trend-days';

/**
 * How a calculation went: each of the three terms of what is counted by the term, each of twelve month ends of the rest, as
 * they were frozen; [x] for a month that was not. Spend has its months in the high-needs monitor.
 */
export function closedTrend(key: CalculationKey, closes: readonly CloseContent[]): readonly TrendValue[] {
  const last = closes.at(-1);
  const { daysOf, unit } = CATALOGUE[key];
  if (!last || key === 'attendance' || daysOf === 'financial_year') return [];
  if (daysOf === 'three_terms') return last.figures[key].terms;
  return monthEnds(lastDayOf(last.month)).map((end): TrendValue => {
    const figure = closes.find((one) => one.month === monthOf(end))?.figures[key].figure;
    if (figure === undefined) return { label: monthLabel(end), value: null, words: '[x]' };
    return { label: monthLabel(end), value: figure.value, words: figureWords({ ...figure, denominator: unit === 'share' ? figure.denominator : null }, unit) };
  });
}
