import { describe, expect, it } from 'vitest';
import { quotaPosition } from '@/lib/placements/rules/over-quota';
import { previewChange } from '@/lib/placements/rules/preview';
import { isNearQuota, quotaAhead } from '@/lib/placements/rules/quota-ahead';
import { quotaAheadInWords } from '@/lib/placements/rules/quota-ahead-words';
import { placed, southAgreement, southPupils } from '@/tests/support/agreement-examples';
import { d } from '@/tests/support/calendars';

const terms = southAgreement();
const newcomer = placed('PL-201', '2026-03-09', '2026-07-17', { state: 'proposed' });
const aheadOf = (placements: Parameters<typeof quotaPosition>[1], today = '2026-03-02') => quotaAhead(terms, quotaPosition(terms, placements), d(today));

describe('what is ahead of a partnership', () => {
  // 9 March is school day 112 of 190: 79 days are left from it on.
  it('is the fullest day from today on, with every day that is over', () => {
    const ahead = aheadOf([...southPupils(), newcomer]);
    expect(ahead).toEqual({ useTenths: 180, quotaTenths: 170, freeTenths: -10, firstOn: '2026-03-09', lastOn: '2026-07-17', schoolDays: 79 });
    expect(ahead && quotaAheadInWords('Rotherham South', ahead)).toBe(
      'Rotherham South goes over its quota: 18 of 17 places at the fullest, on 79 school days from 9 March to 17 July 2026');
  });

  it('is within the quota the days as full as the fullest, and never a day gone by', () => {
    const past = placed('PL-202', '2025-09-03', '2026-02-27', { state: 'left' });
    const ahead = aheadOf([...southPupils(), past]);
    expect(ahead).toMatchObject({ freeTenths: 0, firstOn: '2026-03-02', lastOn: '2026-07-17' });
    expect(ahead && quotaAheadInWords('Rotherham South', ahead)).toMatch(/^Rotherham South has no place free: 17 of 17 places at the fullest/);
    const [, ...sixteen] = southPupils();
    const one = aheadOf(sixteen);
    expect(one && quotaAheadInWords('Rotherham South', one)).toMatch(/^Rotherham South has only 1 place free: 16 of 17/);
  });

  it('is nothing when no school day is left', () => {
    expect(aheadOf(southPupils(), '2026-07-30')).toBeNull();
  });

  it('is near from the set number of free places on', () => {
    expect([20, 10, 0, -10].map((freeTenths) => isNearQuota({ freeTenths }, 1))).toEqual([false, true, true, true]);
    expect(isNearQuota({ freeTenths: 20 }, 2)).toBe(true);
  });

  it('a change raises use only where it adds to a day', () => {
    const before = southPupils();
    const raises = (from: typeof before, to: typeof before) => previewChange(terms, from, to, d('2026-03-02')).raises;
    expect(raises(before, [...before, newcomer])).toBe(true);
    expect(raises([...before, newcomer], before)).toBe(false);
    expect(raises([...before, newcomer], [...before, { ...newcomer, shareTenths: 5 }])).toBe(false);
    expect(raises(before, before)).toBe(false);
  });
});
