import { describe, expect, it } from 'vitest';
import { compositeWeights, type WeightFactor } from '@/lib/agreements/rules/composite-weight';
import { dampedBounds } from '@/lib/agreements/rules/damping';
import { boundedWebster } from '@/lib/core/bounded-webster';

const factor = (name: string, percent: number, counts: readonly number[]): WeightFactor => ({ name, percent, counts: counts.map(BigInt) });

function weights(factors: readonly WeightFactor[]): readonly bigint[] {
  const result = compositeWeights(factors);
  if (result.kind === 'refused') throw new Error(result.message);
  return result.weights;
}

function places(total: number, of: readonly bigint[], bounds: readonly { readonly min: number; readonly max: number }[] = []): readonly number[] {
  const result = boundedWebster(total, of.map((weight, index) => ({ id: String.fromCharCode(65 + index), weight, ...bounds[index] })));
  if (result.kind === 'refused') throw new Error(result.message);
  return result.places;
}

const SCHOOLS = [8, 7, 3, 12, 11, 7, 6, 10, 5, 6, 6];
const EXCLUSIONS = [41, 16, 16, 52, 39, 27, 12, 29, 27, 31, 24];
const ILLUSTRATION = [
  factor('Roll', 50, [4180, 2050, 3320, 2895, 1640, 3415]),
  factor('Free school meals', 30, [1090, 410, 560, 455, 330, 505]),
  factor('Places used', 20, [27, 9, 14, 10, 8, 12]),
];

// The table of the quantitative methods, section 1.
describe('composite weight', () => {
  it('weighs Lancashire half by schools, half by permanent exclusions', () => {
    const both = weights([factor('Schools', 50, SCHOOLS), factor('Permanent exclusions', 50, EXCLUSIONS)]);
    expect(places(805, both)).toEqual([92, 55, 35, 126, 105, 69, 45, 87, 60, 70, 61]);
    expect(places(590, both)).toEqual([68, 40, 26, 92, 77, 51, 33, 64, 44, 51, 44]);
  });

  it('gives the fair shares of the illustration to four decimals', () => {
    const own = weights(ILLUSTRATION);
    const total = own.reduce((a, b) => a + b, 0n);
    // Ten-thousandths of a place, rounded half up.
    expect(own.map((weight) => Number((2n * 900_000n * weight + total) / (2n * total)))).toEqual([256086, 106009, 162006, 133614, 86768, 155516]);
    expect(places(90, own)).toEqual([26, 11, 16, 13, 9, 15]);
  });

  it('refuses a factor without a total by its name, and percentages that do not sum to 100', () => {
    expect(compositeWeights([factor('Roll', 60, [1, 2]), factor('IDACI', 40, [0, 0])])).toEqual({ kind: 'refused', message: 'IDACI is 0 for everybody, so nothing can be shared by it' });
    expect(compositeWeights([factor('Roll', 90, [1, 2])])).toEqual({ kind: 'refused', message: 'The percentages sum to 90, not to 100' });
    expect(compositeWeights([factor('Roll', 100, [1, 2]), factor('IDACI', 0, [0, 0])])).toMatchObject({ kind: 'weights' });
  });
});

describe('damping', () => {
  const lastYear = [30, 12, 14, 11, 11, 12].map((previous) => ({ previous, floor: 8 }));

  it('bounds each partnership by last year, moving at least one place', () => {
    const result = dampedBounds(90, lastYear, 10);
    expect(result).toEqual({ kind: 'bounds', bounds: [[27, 33], [11, 13], [13, 15], [10, 12], [10, 12], [11, 13]].map(([min, max]) => ({ min, max })) });
    if (result.kind === 'bounds') expect(places(90, weights(ILLUSTRATION), result.bounds)).toEqual([28, 12, 15, 12, 10, 13]);
  });

  it('says by how much bounds cannot be met and offers the smallest percentage that works', () => {
    // 10 %: at most 33+13+15+12+12+13 = 98. 15 %: 34+13+16+12+12+13 = 100. 20 %: 36+14+16+13+13+14 = 106.
    // 16 %: 34 13 16 12 12 13 = 100; 17 %: 35 14 16 12 12 14 = 103.
    expect(dampedBounds(101, lastYear, 10)).toEqual({ kind: 'refused', smallestPercent: 17, message: 'maximums 98 fall short of 101 places by 3; the smallest percentage that works is 17' });
    expect(dampedBounds(40, lastYear, 10)).toMatchObject({ kind: 'refused', smallestPercent: null });
  });
});
