import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementTerms } from '@/tests/support/generators/agreements';
import { hasOverlappingPartTime, placementSet } from '@/tests/support/generators/placements';
import { LEAP_DAY, springDate, YEAR_END } from '@/tests/support/generators/school-days';
import { hasNoFreePlace, siteFacts } from '@/tests/support/generators/sites';

/** Shares over a fixed sample, so that the statement of the generators is itself tested. */
function shareOf<T>(arbitrary: fc.Arbitrary<T>, holds: (value: T) => boolean): number {
  const sample = fc.sample(arbitrary, { seed: 20260302, numRuns: 2_000 });
  return sample.filter(holds).length / sample.length;
}

describe('the generators reach what they say they reach', () => {
  it('no free place on any day in at least 20 % of sites', () => expect(shareOf(siteFacts, hasNoFreePlace)).toBeGreaterThanOrEqual(0.2));
  it('overlapping part-time placements of one pupil in at least 30 % of sets', () => expect(shareOf(placementSet, hasOverlappingPartTime)).toBeGreaterThanOrEqual(0.3));
  it('29 February and 31 March in at least 8 % of dates each', () => {
    expect(shareOf(springDate, (date) => date === LEAP_DAY)).toBeGreaterThanOrEqual(0.08);
    expect(shareOf(springDate, (date) => date === YEAR_END)).toBeGreaterThanOrEqual(0.08);
  });
  it('each measure in at least 20 % of agreements, and an unbound school in at least 20 %', () => {
    for (const kind of ['daily', 'yearly_allowance', 'census_day', 'annual_average']) {
      expect(shareOf(agreementTerms, (terms) => terms.measure.kind === kind)).toBeGreaterThanOrEqual(0.2);
    }
    expect(shareOf(agreementTerms, (terms) => terms.schools.some((school) => school.binding.every((row) => row.lastOn !== null)))).toBeGreaterThanOrEqual(0.2);
  });
  it('references that do not follow the order of the list in most sets', () => {
    const outOfOrder = (rows: readonly { readonly reference: string }[]) => rows.some((row, index) => +row.reference.slice(3) < +(rows[index - 1]?.reference.slice(3) ?? 0));
    expect(shareOf(placementSet, outOfOrder)).toBeGreaterThanOrEqual(0.5);
  });
});
