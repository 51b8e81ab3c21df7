/** One thing that partnerships or schools are weighed by: roll, free school meals, places used. */
export interface WeightFactor {
  readonly name: string;
  /** Whole percentage; those of all factors sum to 100. */
  readonly percent: number;
  /** The factor's count for each claimant, in one order for all factors. */
  readonly counts: readonly bigint[];
}

export type CompositeWeights =
  | { readonly kind: 'weights'; readonly weights: readonly bigint[] }
  | { readonly kind: 'refused'; readonly message: string };

/**
 * Whole weights in exact proportion to `sum of percent/100 x count / total of the factor`, for
 * {@link import('@/lib/core/bounded-webster').boundedWebster}: `W_i = sum percent x count x (P / T)`,
 * where P is the product of the factors' totals T (quantitative methods, section 1). Never in
 * floats: ties must be ties.
 *
 * @returns a refusal that names the factor whose total is 0, or says what the percentages sum to
 * @throws RangeError when factors have different lengths, or a count or percentage is negative or not whole
 */
export function compositeWeights(factors: readonly WeightFactor[]): CompositeWeights {
  const length = factors[0]?.counts.length ?? 0;
  for (const { name, percent, counts } of factors) {
    if (counts.length !== length) throw new RangeError(`${name} has ${counts.length} counts, not ${length}`);
    if (!Number.isSafeInteger(percent) || percent < 0) throw new RangeError(`The percentage of ${name} must be whole`);
    if (counts.some((count) => count < 0n)) throw new RangeError(`A count of ${name} is below zero`);
  }
  const percentages = factors.reduce((sum, factor) => sum + factor.percent, 0);
  if (percentages !== 100) return { kind: 'refused', message: `The percentages sum to ${percentages}, not to 100` };
  const weighed = factors.filter((factor) => factor.percent > 0);
  const totals = weighed.map((factor) => factor.counts.reduce((sum, count) => sum + count, 0n));
  const empty = weighed.find((_, index) => totals[index] === 0n);
  if (empty) return { kind: 'refused', message: `${empty.name} is 0 for everybody, so nothing can be shared by it` };
  const product = totals.reduce((a, b) => a * b, 1n);
  const weights = Array.from({ length }, (_, i) =>
    weighed.reduce((sum, factor, k) => sum + BigInt(factor.percent) * (factor.counts[i] ?? 0n) * (product / (totals[k] ?? 1n)), 0n),
  );
  return { kind: 'weights', weights };
}
