import { describe, expect, it } from 'vitest';
import { suggestQuotas } from '@/lib/agreements/rules/suggest-quotas';

const LANCASHIRE = [['lancaster', 8], ['wyre', 7], ['fylde', 3], ['preston', 12], ['south-ribble', 11], ['west-lancs', 7], ['chorley', 6], ['hyndburn-and-ribble-valley', 10], ['burnley', 5], ['pendle', 6], ['rossendale', 6]] as const;
const districts = LANCASHIRE.map(([id, schools]) => ({ id, schools, roll: null }));
const NONE = { min: 0, max: null };

describe('the suggestion of quotas', () => {
  it('splits Lancashire\u2019s 805 by schools as quantitative methods, section 1, and shows the tie', () => {
    const result = suggestQuotas(805, 'schools', districts, NONE);
    if (result.kind !== 'suggested') throw new Error(result.kind);
    expect(result.places).toEqual([79, 69, 30, 119, 109, 70, 60, 99, 50, 60, 60]);
    expect(result.split.ties.some((tie) => tie.between.includes('west-lancs') && tie.wonBy === 'west-lancs' && tie.lostBy.includes('wyre'))).toBe(true);
  });

  it('keeps within the bounds, and says what there would be without them', () => {
    const two = [{ id: 'a', schools: 3, roll: 300 }, { id: 'b', schools: 1, roll: 100 }];
    expect(suggestQuotas(2, 'roll', two, { min: 1, max: null })).toMatchObject({ kind: 'suggested', places: [1, 1], unbounded: [2, 0] });
    expect(suggestQuotas(10, 'roll', two, { min: 0, max: 6 })).toMatchObject({ places: [6, 4], unbounded: [8, 2] });
  });

  it('refuses what cannot be: too many at least, too few at most, a roll that nobody knows', () => {
    expect(suggestQuotas(5, 'schools', districts, { min: 1, max: null })).toMatchObject({ kind: 'refused', refusal: { reason: 'minimums', by: 6 } });
    expect(suggestQuotas(805, 'schools', districts, { min: 0, max: 70 })).toMatchObject({ kind: 'refused', refusal: { reason: 'maximums' } });
    expect(suggestQuotas(5, 'roll', districts, NONE)).toEqual({ kind: 'no_roll', ids: districts.map((one) => one.id) });
  });
});
