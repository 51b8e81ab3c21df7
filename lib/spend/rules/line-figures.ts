import type { Month } from '@/lib/charges/rules/months';
import { type Pence, pence } from '@/lib/core/pence';
import type { FinancialYear, SpendLineFigures, SpendLineKey, SpendTotals } from '../types';
import { budgetToDate } from './budget-to-date';
import type { SpendFacts } from './facts';
import { LINE_WORDS } from './lines';
import { type ExplainFrom, varianceOf } from './variance';
import type { LineWorking } from './working';

/** Sum of amounts; nothing for none. */
export function sumOf(amounts: readonly Pence[]): Pence {
  return pence(amounts.reduce((sum, amount) => sum + amount, 0n));
}

interface LineSums {
  readonly actual: Pence | null;
  readonly commitment: Pence | null;
  readonly estimates: Pence;
  readonly forecast: Pence | null;
}

/**
 * Forecast outturn = actual + commitment + entered estimates of months to come. An actual that is entered counts from
 * its month on; an estimate until its month is over. Without a price for some day none of it is told.
 */
export function sumsOf(working: LineWorking, month: Month): LineSums {
  const entered = (kind: 'actual' | 'estimate', counts: (of: Month) => boolean) =>
    sumOf(working.entries.filter((one) => one.kind === kind && counts(one.month)).map((one) => one.amount));
  const estimates = entered('estimate', (of) => of > month);
  if (working.missing.length > 0) return { actual: null, commitment: null, estimates, forecast: null };
  const actual = sumOf([
    ...working.placements.map((one) => one.actual), ...working.places.map((one) => one.actual), ...working.income.map((one) => one.amount),
    entered('actual', (of) => of <= month),
  ]);
  const commitment = sumOf([...working.placements.map((one) => one.commitment), ...working.places.map((one) => one.commitment)]);
  return { actual, commitment, estimates, forecast: sumOf([actual, commitment, estimates]) };
}

/** One line at the end of a month, without its movement and reasons. */
export function lineFigures(
  key: SpendLineKey, working: LineWorking, facts: SpendFacts, year: FinancialYear, month: Month, explain: ExplainFrom,
): Omit<SpendLineFigures, 'movement' | 'reasons'> {
  const budget = facts.budgets.find((one) => one.line === key && one.year === year) ?? null;
  const sums = sumsOf(working, month);
  return {
    key, title: LINE_WORDS[key].title, budget: budget?.amount ?? null, budgetToDate: budget === null ? null : budgetToDate(budget.amount, budget.profile, month), ...sums,
    variance: budget === null || sums.forecast === null ? null : varianceOf(budget.amount, sums.forecast, key === 'over_quota_income' ? 'income' : 'spend', explain),
    missing: working.missing,
  };
}

/** The lines together. Variance and movement are of the lines that have them, so a line without a figure is not taken for nothing. */
export function totalsOf(lines: readonly SpendLineFigures[], explain: ExplainFrom): SpendTotals {
  const total = (pick: (line: SpendLineFigures) => Pence | null): Pence | null => {
    const known = lines.flatMap((line) => pick(line) ?? []);
    return known.length === 0 ? null : sumOf(known);
  };
  const compared = lines.filter((line) => line.variance !== null);
  return {
    budget: total((line) => line.budget), actual: total((line) => line.actual), commitment: total((line) => line.commitment), forecast: total((line) => line.forecast),
    variance: compared.length === 0 ? null
      : varianceOf(sumOf(compared.flatMap((line) => line.budget ?? [])), sumOf(compared.flatMap((line) => line.forecast ?? [])), 'spend', explain),
    movement: total((line) => line.movement),
    linesWithoutForecast: lines.filter((line) => line.forecast === null).length, linesWithoutBudget: lines.filter((line) => line.budget === null).length,
  };
}
