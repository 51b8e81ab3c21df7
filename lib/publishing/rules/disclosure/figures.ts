/** What a report counts, and which of it is small: quantitative methods, section 6; R75. */
import { SUPPRESSION_THRESHOLD } from '../suppression';

/** One figure, however often it is printed: the same key in two tables, months or versions is the same number. */
export interface Quantity {
  /** What is counted, of whom and when. A corrected figure has a key of its own: {@link correctedKey}. */
  readonly key: string;
  /** For the officer who mends a report: `pupils at Aspire on 30 October 2026`. */
  readonly words: string;
  /** A whole number: a count, or pence. Not below 0 unless signed. */
  readonly value: number;
  readonly unit: 'count' | 'pence';
  /** How many pupils stand behind it; null when none does (a budget, places commissioned), and then it is never left out and counts as known. */
  readonly pupils: number | null;
  /** True where it may be below 0: free places, a variance, a movement. */
  readonly signed?: boolean;
}

export interface ControlPolicy {
  /** Figures resting on 1 to one below this many pupils are left out. */
  readonly threshold: number;
  /** What a reader knows of any [c]: at least 1 where noughts are always shown, else 0. */
  readonly leastHidden: 0 | 1;
}

/** Noughts are shown, so a reader knows that no [c] is one: without that, five single pupils with a total of 5 would pass. */
export const CONTROL_POLICY: ControlPolicy = { threshold: SUPPRESSION_THRESHOLD, leastHidden: 1 };

/** The key of a figure as its nth correction gave it: its value is another than before. */
export function correctedKey(key: string, correction: number): string {
  return `${key} (correction ${correction})`;
}

/** Pupils, or exclusions, counted one by one: the figure is the number behind it. */
export function countOfPupils(key: string, words: string, value: number): Quantity {
  return { key, words, value, unit: 'count', pupils: value };
}

/** Pence, days or places that so many pupils stand behind. RangeError beyond exact whole numbers. */
export function figureOfPupils(key: string, words: string, unit: Quantity['unit'], value: bigint | number, pupils: number): Quantity {
  return { key, words, value: Number(value), unit, pupils };
}

/** A figure that says nothing of a pupil and is known to everybody: a budget, places commissioned. */
export function figureOfNobody(key: string, words: string, unit: Quantity['unit'], value: bigint | number): Quantity {
  return { key, words, value: Number(value), unit, pupils: null };
}

/** True when 1 to 4 pupils stand behind it; noughts stay, and figures of nobody. */
export function isSmall({ value, unit, pupils, signed }: Quantity, { threshold }: ControlPolicy): boolean {
  if (pupils === null || value === 0) return false;
  return (pupils > 0 && pupils < threshold) || (unit === 'count' && !signed && value < threshold);
}

/**
 * How great a reader must be able to think the figure, so that it could be five pupils': 5 of a count;
 * of days or money in proportion. Null where it only must not be exact.
 */
export function reachOf(quantity: Quantity, policy: ControlPolicy): number | null {
  const { value, unit, pupils, signed } = quantity;
  if (signed || pupils === null) return null;
  const counted = unit === 'count' ? policy.threshold : null;
  if (!isSmall(quantity, policy) || pupils === 0 || pupils >= policy.threshold) return counted;
  return Math.max(counted ?? 0, Math.ceil(value * policy.threshold / pupils));
}
