import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDate } from '@/lib/core/calendar-date';
import { changeOverTime, comparedWithOthers } from '@/lib/publishing/rules/change-sentence';
import { compareCounts } from '@/lib/publishing/rules/conditional-binomial';
import { binomialAtMost } from '@/lib/publishing/rules/incomplete-beta';
import { gammaInverse, gammaP } from '@/lib/publishing/rules/incomplete-gamma';
import { poissonInterval } from '@/lib/publishing/rules/poisson-interval';
import { ratePerThousand, sumOfRolls } from '@/lib/publishing/rules/rate';

const on = calendarDate('2017-01-19');
const equal = (before: number, after: number) => compareCounts({ count: before, exposure: 1 }, { count: after, exposure: 1 });

/** P(X <= k) for a Poisson mean, summed term by term: another way to the same tail. */
function poissonAtMost(k: number, mean: number): number {
  let [term, sum] = [Math.exp(-mean), Math.exp(-mean)];
  for (let n = 1; n <= k; n += 1) {
    term *= mean / n;
    sum += term;
  }
  return sum;
}

describe('exact Poisson interval (quantitative methods, section 4)', () => {
  it.each([[24, 15.38, 35.71], [10, 4.8, 18.39], [0, 0, 3.69]] as const)('a count of %i: %f to %f', (count, low, high) => {
    const interval = poissonInterval(count);
    expect([interval.low, interval.high].map((value) => Math.round(value * 100) / 100)).toEqual([low, high]);
  });

  it('leaves 2.5 % on each side, by another way of summing', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 120 }), (count) => {
      const { low, high } = poissonInterval(count);
      expect(1 - poissonAtMost(count - 1, low)).toBeCloseTo(0.025, 7);
      expect(poissonAtMost(count, high)).toBeCloseTo(0.025, 7);
    }));
  });

  it('agrees with the fixed checks of section 3', () => {
    expect(gammaP(53, 42)).toBeCloseTo(0.05663, 5);
    expect(gammaP(54, 42)).toBeCloseTo(0.04215, 5);
    expect(gammaP(gammaInverse(0.3, 7.5), 7.5)).not.toBeNaN();
    expect(gammaP(7.5, gammaInverse(0.3, 7.5))).toBeCloseTo(0.3, 10);
  });

  it('refuses what is no count', () => {
    for (const count of [-1, 1.5, Number.NaN]) expect(() => poissonInterval(count)).toThrow(RangeError);
  });
});

describe('is a change real? (section 4)', () => {
  // The methods print 3.55 for the upper end; summing the binomial in exact arithmetic gives 3.54451.
  it('24 to 50: p .0034, ratio 2.08 (1.26 to 3.54)', () => {
    const { p, ratio, interval } = equal(24, 50);
    expect(p).toBeCloseTo(0.0034, 4);
    expect(ratio).toBeCloseTo(2.08, 2);
    expect(interval?.low).toBeCloseTo(1.26, 2);
    expect(interval?.high).toBeCloseTo(3.54451, 5);
  });

  it('298 to 314: p .54, ratio 1.05 (0.90 to 1.24)', () => {
    const { p, ratio, interval } = equal(298, 314);
    expect(p).toBeCloseTo(0.54, 2);
    expect(ratio).toBeCloseTo(1.05, 2);
    expect(interval?.low).toBeCloseTo(0.9, 2);
    expect(interval?.high).toBeCloseTo(1.24, 2);
  });

  it('6 to 7: p = 1', () => {
    expect(equal(6, 7).p).toBeCloseTo(1, 9);
  });

  it.each([['Wyre', 16, 7, 0.008], ['Chorley', 12, 6, 0.005], ['Hyndburn and Ribble Valley', 29, 10, 0.03]] as const)(
    'Burnley (27, five schools) differs from %s', (_, count, schools, p) => {
      expect(compareCounts({ count, exposure: schools }, { count: 27, exposure: 5 }).p).toBeCloseTo(p, 3);
    });

  it('the binomial tail is that of adding its terms', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 40 }), fc.double({ min: 0.02, max: 0.98, noNaN: true }), (n, k, p) => {
      let [term, sum] = [(1 - p) ** n, 0];
      for (let x = 0; x <= Math.min(k, n); x += 1) {
        sum += term;
        term *= ((n - x) / (x + 1)) * (p / (1 - p));
      }
      expect(binomialAtMost(k, n, p)).toBeCloseTo(sum, 9);
    }), { numRuns: 300 });
  });

  it('the interval of the ratio allows for unequal exposure', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 9 }), (a, b, times) => {
      const plain = equal(a, b).interval;
      const scaled = compareCounts({ count: a, exposure: 1 }, { count: b, exposure: times }).interval;
      expect((scaled?.low ?? NaN) * times).toBeCloseTo(plain?.low ?? NaN, 6);
      expect((scaled?.high ?? NaN) * times).toBeCloseTo(plain?.high ?? NaN, 5);
    }), { numRuns: 50 });
  });

  it('says nothing of two empty counts, and bounds a ratio to none', () => {
    expect(equal(0, 0)).toEqual({ p: 1, ratio: null, interval: null });
    expect(equal(0, 7).ratio).toBe(Infinity);
    expect(equal(7, 0).interval?.low).toBe(0);
    expect(() => compareCounts({ count: 1, exposure: 0 }, { count: 1, exposure: 1 })).toThrow('exposure');
  });

  it('gives the same p in both directions', () => {
    fc.assert(fc.property(fc.nat(80), fc.nat(80), (a, b) => {
      expect(equal(a, b).p).toBeCloseTo(equal(b, a).p, 9);
    }), { numRuns: 300 });
  });
});

describe('rates and sentences', () => {
  it('298 on 66,384 is 4.49 per 1,000', () => {
    expect(ratePerThousand(298, { pupils: 66_384, on })?.perThousand).toBeCloseTo(4.49, 2);
    expect(ratePerThousand(3, null)).toBeNull();
    expect(ratePerThousand(3, { pupils: 0, on })).toBeNull();
  });

  it('Lancaster: 41 on 8 of 81 schools is 6.20 (4.45 to 8.41)', () => {
    const rate = ratePerThousand(41, { pupils: (8 * 67_000) / 81, on });
    expect(rate?.perThousand).toBeCloseTo(6.2, 2);
    expect(rate?.interval.low).toBeCloseTo(4.45, 2);
    expect(rate?.interval.high).toBeCloseTo(8.41, 2);
  });

  it('adds rolls of one day only', () => {
    expect(sumOfRolls([{ pupils: 5752, on }, { pupils: 5457, on }])).toEqual({ pupils: 11_209, on });
    expect(sumOfRolls([{ pupils: 1, on }, { pupils: 1, on: calendarDate('2018-01-18') }])).toBeNull();
    expect(sumOfRolls([])).toBeNull();
  });

  it('says in one sentence whether a difference means anything', () => {
    expect(changeOverTime(24, 50).sentence).toBe(
      '50 this year, 24 at the same point last year: a rise that chance alone does not explain, to between 1.3 and 3.5 times last year\'s number.');
    expect(changeOverTime(298, 314).sentence).toBe('314 this year, 298 at the same point last year: no evidence of change.');
    expect(changeOverTime(1, 2).evidence).toBe('too_few');
    expect(changeOverTime(50, 24).sentence).toContain('a fall that chance alone does not explain');
  });

  it('compares with the others without a rank', () => {
    const rate = (count: number, pupils: number) => {
      const made = ratePerThousand(count, { pupils, on });
      if (!made) throw new RangeError('No rate');
      return made;
    };
    expect(comparedWithOthers(rate(12, 5303), rate(302, 60_000)).sentence)
      .toBe('2.3 per 1,000 pupils (1.2 to 4.0), the others together 5.0: lower than chance alone explains.');
    expect(comparedWithOthers(rate(24, 5072), rate(290, 60_000)).evidence).toBe('no_evidence');
    const other = ratePerThousand(3, { pupils: 100, on: calendarDate('2018-01-18') });
    expect(() => other && comparedWithOthers(rate(1, 100), other)).toThrow('different days');
  });
});
