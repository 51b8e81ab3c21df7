import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chargeToDate } from '@/lib/agreements/rules/charge';
import { quotaTenthsByDay } from '@/lib/agreements/rules/quota';
import type { AgreementTerms } from '@/lib/agreements/types';
import { addDays, type CalendarDate, eachDate } from '@/lib/core/calendar-date';
import { chargeForPeriod, overQuotaByDay, quotaPosition } from '@/lib/placements/rules/over-quota';
import { quotaUse } from '@/lib/placements/rules/quota-use';
import { overQuotaByStay } from '@/lib/placements/rules/rank';
import { useTenthsOn } from '@/lib/placements/rules/use-on-day';
import type { HeldPlacement } from '@/lib/placements/types';
import { cases } from '@/tests/support/cases';
import { agreementTerms } from '@/tests/support/generators/agreements';
import { placementSet } from '@/tests/support/generators/placements';
import { springDate } from '@/tests/support/generators/school-days';
import { naiveOverQuota, naiveUse } from '@/tests/support/naive-counting';

const runs = { numRuns: cases() };

/** What people see of the burden of stays. */
function burden(terms: AgreementTerms, placements: readonly HeldPlacement[]) {
  return overQuotaByStay(terms, quotaPosition(terms, placements)).map(({ stay, tenths, days }) => ({ id: stay.id, tenths, days }));
}

describe('use of the quota', () => {
  it('is what counting day by day and placement by placement gives', () => {
    fc.assert(fc.property(agreementTerms, placementSet, (terms, placements) => {
      expect(quotaUse(terms, placements).tenths).toEqual(naiveUse(terms, placements));
    }), runs);
  });

  it('opens to contributions that sum to it, no pupil above one place', () => {
    fc.assert(fc.property(agreementTerms, placementSet, fc.nat(), (terms, placements, pick) => {
      const index = pick % terms.schoolDays.length;
      const use = quotaUse(terms, placements);
      const day = useTenthsOn(terms, placements, terms.schoolDays[index] ?? terms.firstOn, 'held', use);
      const perPupil = new Map<string, number>();
      for (const line of day.contributions) perPupil.set(line.pupilId, (perPupil.get(line.pupilId) ?? 0) + line.tenths);
      expect([...perPupil.values()].filter((tenths) => tenths > 10)).toEqual([]);
      expect([...perPupil.values()].reduce((a, b) => a + b, 0)).toBe(use.tenths[index]);
      const unexplained = day.contributions.filter((line) => (line.reason === 'counts' || line.reason === 'counts_in_part') !== line.tenths > 0);
      expect(unexplained).toEqual([]);
    }), runs);
  });
});

describe('the over-quota quantity', () => {
  it('is what the wording of each measure gives, never falls, and is borne by stays to the last tenth', () => {
    fc.assert(fc.property(agreementTerms, placementSet, (terms, placements) => {
      const position = quotaPosition(terms, placements);
      const { overTenths } = position;
      const quota = quotaTenthsByDay(terms);
      const naive = terms.schoolDays.map((_, index) => naiveOverQuota(terms, position.use.tenths, quota, index));
      expect(overTenths).toEqual(naive);
      expect(overTenths.filter((tenths, index) => tenths < (overTenths[index - 1] ?? 0))).toEqual([]);
      expect(overQuotaByStay(terms, position).reduce((sum, stay) => sum + stay.tenths, 0)).toBe(overTenths.at(-1) ?? 0);
    }), runs);
  });

  it('more quota never makes the charge accumulated since 1 September greater', () => {
    fc.assert(fc.property(agreementTerms, placementSet, fc.integer({ min: 1, max: 3 }), (terms, placements, more) => {
      const raised = { ...terms, quota: terms.quota.map((row) => ({ ...row, places: row.places + more })) };
      const use = quotaUse(terms, placements).tenths;
      const now = overQuotaByDay(terms, use, quotaTenthsByDay(terms));
      const then = overQuotaByDay(raised, use, quotaTenthsByDay(raised));
      expect(now.filter((tenths, index) => chargeToDate(raised, then[index] ?? 0) > chargeToDate(terms, tenths))).toEqual([]);
    }), runs);
  });
});

describe('price', () => {
  it('of a period is the sum of its parts: charge(a,c) = charge(a,b) + charge(b,c)', () => {
    fc.assert(fc.property(agreementTerms, placementSet, fc.tuple(springDate, springDate, springDate), (terms, placements, dates) => {
      const [a, b, c] = [...dates].sort();
      if (a === undefined || b === undefined || c === undefined) return;
      const { overTenths } = quotaPosition(terms, placements);
      const charge = (from: CalendarDate, to: CalendarDate) => chargeForPeriod(terms, overTenths, addDays(from, 1), to);
      expect(charge(a, c)).toBe(charge(a, b) + charge(b, c));
    }), runs);
  });
});

/** The placement as two, the second at another site, with a gap between them where no school day is lost. */
function splitInTwo(terms: AgreementTerms, placement: HeldPlacement, pick: number): HeldPlacement[] {
  const cuts = eachDate(placement.firstOn, placement.lastOn).slice(0, -1);
  const endOn = cuts[pick % Math.max(1, cuts.length)];
  if (endOn === undefined) return [placement];
  let nextOn = addDays(endOn, 1);
  if (pick % 2 === 0) while (nextOn < placement.lastOn && !terms.schoolDays.includes(nextOn)) nextOn = addDays(nextOn, 1);
  return [
    { ...placement, lastOn: endOn },
    { ...placement, firstOn: nextOn, siteId: 'site-3', reference: `PL-${30_000 + pick}`, decidedAt: '2028-05-01T00:00:00.000Z' },
  ];
}

describe('what must change nothing', () => {
  it('splitting a stay', () => {
    fc.assert(fc.property(agreementTerms, placementSet.filter((set) => set.length > 0), fc.nat({ max: 9_999 }), (terms, placements, pick) => {
      const index = pick % placements.length;
      const split = placements.flatMap((placement, at) => (at === index ? splitInTwo(terms, placement, pick) : [placement]));
      expect(quotaPosition(terms, split).use.tenths).toEqual(quotaPosition(terms, placements).use.tenths);
      expect(quotaPosition(terms, split).overTenths).toEqual(quotaPosition(terms, placements).overTenths);
      expect(burden(terms, split)).toEqual(burden(terms, placements));
    }), runs);
  });

  it('the order of entry', () => {
    const shuffled = placementSet.chain((set) => fc.shuffledSubarray(set, { minLength: set.length }).map((other) => [set, other] as const));
    fc.assert(fc.property(agreementTerms, shuffled, fc.nat(), (terms, [placements, other], pick) => {
      const turned = { ...terms, schools: [...terms.schools].reverse(), quota: [...terms.quota].reverse() };
      expect(quotaPosition(turned, other).overTenths).toEqual(quotaPosition(terms, placements).overTenths);
      expect(burden(turned, other)).toEqual(burden(terms, placements));
      const day = terms.schoolDays[pick % terms.schoolDays.length] ?? terms.firstOn;
      expect(useTenthsOn(turned, other, day)).toEqual(useTenthsOn(terms, placements, day));
    }), runs);
  });
});
