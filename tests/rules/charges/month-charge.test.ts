import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PAYERS } from '@/lib/agreements/input';
import { chargeToDate } from '@/lib/agreements/rules/charge';
import { corrections } from '@/lib/charges/rules/corrections';
import { totalOf } from '@/lib/charges/rules/line-groups';
import { grouped } from '@/lib/core/grouped';
import { type MonthCharge, monthCharges } from '@/lib/charges/rules/month-charge';
import type { AgreementTerms } from '@/lib/agreements/types';
import { quotaPosition } from '@/lib/placements/rules/over-quota';
import type { HeldPlacement } from '@/lib/placements/types';
import { placed, southAgreement, southPupils } from '@/tests/support/agreement-examples';
import { cases } from '@/tests/support/cases';
import { agreementTerms } from '@/tests/support/generators/agreements';
import { placementSet } from '@/tests/support/generators/placements';

const runs = { numRuns: cases() };
const pounds = (charges: readonly MonthCharge[]) => charges.filter((one) => one.amount !== 0n).map((one) => `${one.month} ${one.toTenths - one.fromTenths} ${one.amount}`);
const all = (terms: AgreementTerms, placements: readonly HeldPlacement[]) => monthCharges(terms, placements, 'aston', 'held');

describe('the monthly charge of an agreement', () => {
  const late = placed('PL-201', '2026-03-09', '2026-07-17');

  it('is the difference of charges to date, so that 79 place-days from March to July make £7,484.21', () => {
    const charges = all(southAgreement(), [...southPupils(), late]);
    // 15, 5, 19, 20... school days: cumulative 15, 24, 44, 66, 79 of £18,000 on 190.
    expect(charges.reduce((sum, one) => sum + one.amount, 0n)).toBe(748421n);
    expect(charges.reduce((sum, one) => sum + one.toTenths - one.fromTenths, 0)).toBe(790);
    expect(pounds(charges)[0]).toBe('2026-03 150 142105');
  });

  it('charges a pupil who has started, not one who is only proposed', () => {
    expect(pounds(monthCharges(southAgreement(), [...southPupils(), { ...late, state: 'proposed' }], 'aston'))).toEqual([]);
    expect(monthCharges(southAgreement(), [...southPupils(), late], 'aston').reduce((sum, one) => sum + one.amount, 0n)).toBe(748421n);
  });

  it('is split over the excluding schools, the latest stay being over first', () => {
    const terms = southAgreement({ payer: 'excluding_school' });
    const charges = all(terms, [...southPupils(), late, placed('PL-202', '2026-03-10', '2026-07-17', { attributedSchoolId: 'wales' })]);
    const march = charges.find((one) => one.month === '2026-03');
    const of = (payer: string) => march?.days.filter((day) => day.payer === payer).reduce((sum, day) => sum + day.amount, 0n);
    expect([of('school:aston'), of('school:wales'), march?.amount]).toEqual([142105n, 132632n, 274737n]);
    expect(march?.days.slice(0, 1).map((day) => [day.on, day.reference, day.payer])).toEqual([['2026-03-09', 'PL-201', 'school:aston']]);
  });

  it('is the trust\u2019s alone where a trust holds the fund, and the same sum as the fund-holder school would pay', () => {
    const placements = [...southPupils(), late];
    const byTrust = monthCharges(southAgreement({ payer: 'fund_holder_trust' }), placements, 'trust-1', 'held');
    expect(new Set(byTrust.flatMap((one) => one.days).map((day) => day.payer))).toEqual(new Set(['trust:trust-1']));
    expect(byTrust.map((one) => one.amount)).toEqual(all(southAgreement(), placements).map((one) => one.amount));
    expect(() => monthCharges(southAgreement({ payer: 'fund_holder_trust' }), placements, null, 'held')).toThrow(/names no fund-holder/);
  });

  it('lays a census day on the placement that counted on it', () => {
    const terms = southAgreement({ measure: { kind: 'census_day', censusDays: ['2026-03-12' as never] } });
    const charges = all(terms, [...southPupils(), placed('PL-201', '2026-03-09', '2026-03-13')]);
    expect(new Set(charges.flatMap((one) => one.days).map((day) => day.reference))).toEqual(new Set(['PL-201']));
    expect(charges.at(-1)?.days.at(-1)?.on).toBe('2026-07-17');
  });

  it('sums at every level, and over the months to the charge of the year', () => {
    fc.assert(fc.property(agreementTerms, fc.constantFrom(...PAYERS), placementSet, (agreed, payer, placements) => {
      const terms = { ...agreed, payer };
      const charges = all(terms, placements);
      const position = quotaPosition(terms, placements);
      expect(charges.reduce((sum, one) => sum + one.amount, 0n)).toBe(chargeToDate(terms, position.overTenths.at(-1) ?? 0));
      for (const { amount, days, fromTenths, toTenths, month } of charges) {
        expect(days.reduce((sum, day) => sum + day.amount, 0n)).toBe(amount);
        expect(days.reduce((sum, day) => sum + day.tenths, 0)).toBe(toTenths - fromTenths);
        expect([...grouped(days, (day) => day.payer).values()].map(totalOf).reduce((sum: bigint, one) => sum + one, 0n)).toBe(amount);
        expect(days.every((day) => day.on.startsWith(month) && day.tenths > 0 && day.amount >= 0n)).toBe(true);
      }
    }), runs);
  });

  it('order of entry changes nothing', () => {
    fc.assert(fc.property(agreementTerms, placementSet.chain((set) => fc.tuple(fc.constant(set), fc.shuffledSubarray([...set], { minLength: set.length }))), (terms, [given_, shuffled]) => {
      expect(all(terms, shuffled)).toEqual(all(terms, given_));
    }), runs);
  });
});

describe('corrections', () => {
  it('closing month by month, with facts that come late, ends where one long period does', () => {
    fc.assert(fc.property(agreementTerms, placementSet, placementSet, fc.integer({ min: 1, max: 11 }), (terms, known, later, at) => {
      const [early, now] = [all(terms, known), all(terms, later)];
      const posted = early.slice(0, at).flatMap((one) => one.days);
      const late = corrections(now.slice(0, at), posted);
      const total = [...posted, ...late, ...now.slice(at).flatMap((one) => one.days)].reduce((sum, day) => sum + day.amount, 0n);
      expect(total).toBe(now.reduce((sum, one) => sum + one.amount, 0n));
      expect(corrections(now.slice(0, at), [...posted, ...late])).toEqual([]);
    }), runs);
  });

  it('a reversal returns every day to its prior balance', () => {
    fc.assert(fc.property(agreementTerms, placementSet, placementSet, (terms, known, wrong) => {
      const [before, mistaken] = [all(terms, known), all(terms, wrong)];
      const posted = before.flatMap((one) => one.days);
      const there = corrections(mistaken, posted);
      const back = corrections(before, [...posted, ...there]);
      expect(back.map((one) => ({ ...one, tenths: -one.tenths, amount: -one.amount }))).toEqual(there.map((one) => ({ ...one })));
    }), runs);
  });
});
