import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { largestRemainder } from '@/lib/core/apportion';
import { cases } from '../../support/cases';

const weights = fc.array(fc.bigInt({ min: 0n, max: 10_000n }), { minLength: 1, maxLength: 20 })
  .filter((list) => list.some((weight) => weight > 0n));
const totals = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n });

describe('largest remainder', () => {
  it('splits by weight, the units left over going to the largest remainders', () => {
    expect(largestRemainder(10n, [1n, 1n, 1n])).toEqual([4n, 3n, 3n]);
    expect(largestRemainder(100n, [50n, 30n, 21n])).toEqual([49n, 30n, 21n]);
    expect(largestRemainder(-10n, [1n, 1n, 1n])).toEqual([-4n, -3n, -3n]);
  });

  it('always sums to the whole and stays within one unit of the exact share', () => {
    fc.assert(fc.property(totals, weights, (total, list) => {
      const parts = largestRemainder(total, list);
      const sum = list.reduce((a, b) => a + b, 0n);
      expect(parts.reduce((a, b) => a + b, 0n)).toBe(total);
      parts.forEach((part, index) => {
        const off = part * sum - total * (list[index] ?? 0n);
        expect(-sum < off && off < sum).toBe(true);
      });
    }), { numRuns: cases() });
  });

  it('gives a weight of zero nothing, and nothing to anybody of nothing', () => {
    expect(largestRemainder(7n, [0n, 1n, 1n])).toEqual([0n, 4n, 3n]);
    expect(largestRemainder(0n, [0n, 0n])).toEqual([0n, 0n]);
  });

  it('refuses a weight below zero, and weights that are all zero', () => {
    expect(() => largestRemainder(1n, [2n, -1n])).toThrow(RangeError);
    expect(() => largestRemainder(1n, [0n])).toThrow(RangeError);
    expect(() => largestRemainder(1n, [])).toThrow(RangeError);
  });
});
