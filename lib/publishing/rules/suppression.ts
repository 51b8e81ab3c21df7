/** Which counts of one list with a total are left out: R75. Tables that hang together are for rules/disclosure. */

export const SUPPRESSION_THRESHOLD = 5;

/** True for a count from 1 to one below the threshold: zeros stay (R75). */
function isSmall(count: number, threshold: number): boolean {
  return count > 0 && count < threshold;
}

export interface SuppressedList {
  /** In the order given; null reads as [c]. */
  readonly counts: readonly (number | null)[];
  readonly total: number | null;
}

/**
 * The case of one additive group with a published total (R75): 7, 3, 12 with total 22 gives
 * [c], [c], 12, 22. Where no cell is left to hide behind, the total goes too.
 */
export function suppressList(counts: readonly number[], threshold = SUPPRESSION_THRESHOLD): SuppressedList {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const hidden = new Set(counts.flatMap((count, index) => (isSmall(count, threshold) ? [index] : [])));
  const hiddenSum = (): number => [...hidden].reduce((sum, index) => sum + (counts[index] ?? 0), 0);
  while (hidden.size > 0 && (hidden.size === 1 || hiddenSum() < threshold)) {
    const next = smallestShown(counts, hidden);
    if (next === null) return { counts: counts.map((count, index) => (hidden.has(index) ? null : count)), total: null };
    hidden.add(next);
  }
  return { counts: counts.map((count, index) => (hidden.has(index) ? null : count)), total };
}

/** The place of the smallest cell that is shown and not 0, the first in display order if several. */
function smallestShown(counts: readonly number[], hidden: ReadonlySet<number>): number | null {
  let found: number | null = null;
  counts.forEach((count, index) => {
    if (count === 0 || hidden.has(index)) return;
    if (found === null || count < (counts[found] ?? 0)) found = index;
  });
  return found;
}
