import { divideHalfUp, formatPounds, type Pence, pence } from '@/lib/core/pence';
import type { VarianceFigures } from '../types';

/** From which size on a variance is explained. */
export interface ExplainFrom {
  readonly perCent: number;
  readonly amount: Pence;
}

/**
 * Forecast less budget, in words. Spend above the budget, and income that falls short of it, are above zero: income is
 * below zero in both. It is to be explained from the share of the budget or from the amount on, whichever comes first.
 */
export function varianceOf(budget: Pence, forecast: Pence, kind: 'spend' | 'income', explain: ExplainFrom): VarianceFigures {
  const difference = forecast - budget;
  const [size, base] = [difference < 0n ? -difference : difference, budget < 0n ? -budget : budget];
  const perMille = base === 0n ? null : Number(divideHalfUp(size * 1000n, base)) * (difference < 0n ? -1 : 1);
  const isLargeShare = base > 0n && size * 100n >= base * BigInt(explain.perCent);
  return { pence: pence(difference), perMille, words: inWords(difference, size, perMille, kind), isToExplain: size > 0n && (size >= explain.amount || isLargeShare) };
}

function inWords(difference: bigint, size: bigint, perMille: number | null, kind: 'spend' | 'income'): string {
  if (difference === 0n) return kind === 'spend' ? 'On budget' : 'Income as budgeted';
  const amount = formatPounds(pence(size));
  const share = perMille === null ? '' : `, ${perCentInWords(Math.abs(perMille))}`;
  if (kind === 'income') return `${amount} ${difference > 0n ? 'less' : 'more'} income than budgeted${share}`;
  return `${amount} ${difference > 0n ? 'over' : 'under'} budget${share}`;
}

/** Tenths of a per cent: 34 is `3.4%`. */
export function perCentInWords(perMille: number): string {
  const size = Math.abs(perMille);
  return `${perMille < 0 ? '\u2212' : ''}${Math.floor(size / 10)}.${size % 10}%`;
}
