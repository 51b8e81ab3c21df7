import { binomialAtMost } from './incomplete-beta';
import type { Interval } from './poisson-interval';

/** A count and what it was exposed to: a roll, or a length of time. */
export interface Exposed {
  readonly count: number;
  /** Above zero; only its proportion to the other's matters. */
  readonly exposure: number;
}

export interface RatioComparison {
  /** The chance of a difference at least so unlikely if both had the same rate. */
  readonly p: number;
  /** Rate of `after` over rate of `before`; null when both counts are 0, Infinity when only `before` is. */
  readonly ratio: number | null;
  /** Exact interval of the ratio at the confidence asked for; null when both counts are 0. */
  readonly interval: Interval | null;
}

/** The probability at which a falling function of it passes the level. */
function solve(falls: (probability: number) => number, level: number): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (falls(middle) > level) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function odds(probability: number): number {
  return probability >= 1 ? Infinity : probability / (1 - probability);
}

/**
 * Compares two counts by the exact conditional binomial test: given their sum, the later count is
 * binomial if the rates are equal (quantitative methods, section 4). `p` is twice the smaller tail,
 * at most 1; the interval of the ratio is that of Clopper and Pearson. 24 then 50 with equal
 * exposure: p .0034, ratio 2.08 (1.26 to 3.54). RangeError for a count that is not whole or an exposure
 * that is not above zero.
 */
export function compareCounts(before: Exposed, after: Exposed, confidence = 0.95): RatioComparison {
  for (const { count, exposure } of [before, after]) {
    if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`Not a count: ${count}`);
    if (!(exposure > 0)) throw new RangeError(`The exposure must be above zero: ${exposure}`);
  }
  const n = before.count + after.count;
  if (n === 0) return { p: 1, ratio: null, interval: null };
  const equal = after.exposure / (before.exposure + after.exposure);
  const [below, above] = [binomialAtMost(after.count, n, equal), 1 - binomialAtMost(after.count - 1, n, equal)];
  const tail = (1 - confidence) / 2;
  const low = after.count === 0 ? 0 : solve((q) => binomialAtMost(after.count - 1, n, q), 1 - tail);
  const high = after.count === n ? 1 : solve((q) => binomialAtMost(after.count, n, q), tail);
  const scale = before.exposure / after.exposure;
  return {
    p: Math.min(1, 2 * Math.min(below, above)),
    ratio: before.count === 0 ? Infinity : (after.count / before.count) * scale,
    interval: { low: odds(low) * scale, high: odds(high) * scale },
  };
}
