/**
 * Splits a whole number of units over parts in proportion to their weights by largest remainder,
 * so that the parts always sum to the whole. Ties go to the earlier part in the order given.
 * Weights are whole and not negative; RangeError when they are all zero and there is something to split.
 */
export function largestRemainder(total: bigint, weights: readonly bigint[]): bigint[] {
  if (weights.some((weight) => weight < 0n)) throw new RangeError('A weight must not be below zero');
  const sum = weights.reduce((a, b) => a + b, 0n);
  if (total === 0n) return weights.map(() => 0n);
  if (sum === 0n) throw new RangeError('There is nothing to split by: every weight is zero');
  const sign = total < 0n ? -1n : 1n;
  const size = total * sign;
  const parts = weights.map((weight, index) => ({
    index,
    units: (size * weight) / sum,
    remainder: (size * weight) % sum,
  }));
  let left = size - parts.reduce((a, part) => a + part.units, 0n);
  const byRemainder = [...parts].sort((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  );
  for (const part of byRemainder) {
    if (left === 0n) break;
    part.units += 1n;
    left -= 1n;
  }
  return parts.map((part) => part.units * sign);
}
