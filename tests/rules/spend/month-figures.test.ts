import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDate } from '@/lib/core/calendar-date';
import { pence } from '@/lib/core/pence';
import type { Month } from '@/lib/charges/rules/months';
import { budgetToDate } from '@/lib/spend/rules/budget-to-date';
import { expectedLastDay, lastFridayInJune } from '@/lib/spend/rules/expected-end';
import { isFinancialYear, lastDayOfYear, monthsOfYear, placeInYear, yearAfter, yearOfDate } from '@/lib/spend/rules/financial-year';
import { sumsOf } from '@/lib/spend/rules/line-figures';
import { targetPath } from '@/lib/spend/rules/target-path';
import { varianceOf } from '@/lib/spend/rules/variance';
import type { LineWorking } from '@/lib/spend/rules/working';
import type { FinancialYear } from '@/lib/spend/types';
import { cases } from '@/tests/support/cases';

const day = (text: string) => calendarDate(text);
const YEAR = '2025-26' as FinancialYear;
const month = (text: string) => text as Month;

describe('a financial year', () => {
  it('runs from 1 April to 31 March', () => {
    expect([yearOfDate(day('2026-03-31')), yearOfDate(day('2026-04-01')), lastDayOfYear(YEAR)]).toEqual(['2025-26', '2026-27', '2026-03-31']);
    expect([monthsOfYear(YEAR).at(0), monthsOfYear(YEAR).at(-1), monthsOfYear(YEAR).length]).toEqual(['2025-04', '2026-03', 12]);
    expect([placeInYear(month('2025-04')), placeInYear(month('2026-03')), yearAfter(YEAR, -4)]).toEqual([0, 11, '2021-22']);
    expect(['2025-26', '2099-00', '2025-27', '2025/26'].map(isFinancialYear)).toEqual([true, true, false, false]);
  });
});

describe('until when a place is spoken for if nobody leaves', () => {
  const [asAt, lastSchoolDay] = [day('2026-02-28'), day('2026-07-21')];
  const expected = (plannedLastOn: string, more: Partial<Parameters<typeof expectedLastDay>[0]> = {}) =>
    expectedLastDay({ plannedLastOn: day(plannedLastOn), leftOn: null, yearGroup: 9, ...more }, asAt, lastSchoolDay);

  it('is the planned end, else the last school day', () => {
    expect([expected('2026-05-22'), expected('2026-02-13'), expected('2026-02-28')]).toEqual(['2026-05-22', '2026-07-21', '2026-07-21']);
  });

  it('is the last Friday in June at the latest for Year 11, and the day of leaving for who has left', () => {
    expect([2024, 2025, 2026, 2027].map((year) => lastFridayInJune(day(`${year}-03-02`)))).toEqual(['2024-06-28', '2025-06-27', '2026-06-26', '2027-06-25']);
    expect(lastFridayInJune(day('2025-10-01'))).toBe('2026-06-26');
    expect([expected('2026-07-17', { yearGroup: 11 }), expected('2026-05-22', { yearGroup: 11 }), expected('2026-02-13', { yearGroup: 11 })]).toEqual(['2026-06-26', '2026-05-22', '2026-06-26']);
    expect(expected('2026-07-17', { leftOn: day('2026-03-04') })).toBe('2026-03-04');
  });
});

describe('a variance in words', () => {
  const explain = { perCent: 5, amount: pence(5_000_000n) };
  const of = (budget: bigint, forecast: bigint, kind: 'spend' | 'income' = 'spend') => varianceOf(pence(budget), pence(forecast), kind, explain);

  it('says over or under, pounds and share', () => {
    expect(of(10_000_000n, 10_340_000n)).toEqual({ pence: 340_000n, perMille: 34, words: '£3,400.00 over budget, 3.4%', isToExplain: false });
    expect(of(10_000_000n, 9_500_000n)).toEqual({ pence: -500_000n, perMille: -50, words: '£5,000.00 under budget, 5.0%', isToExplain: true });
    expect(of(10_000_000n, 10_000_000n)).toMatchObject({ words: 'On budget', isToExplain: false });
    expect(of(0n, -748_421n, 'income')).toEqual({ pence: -748_421n, perMille: null, words: '£7,484.21 more income than budgeted', isToExplain: false });
    expect(of(-1_000_000n, -400_000n, 'income').words).toBe('£6,000.00 less income than budgeted, 60.0%');
  });

  it('is explained from 5% or £50,000 on, whichever comes first, not one penny sooner', () => {
    expect([of(10_000_000n, 10_499_999n), of(10_000_000n, 10_500_000n), of(500_000_000n, 504_999_999n), of(500_000_000n, 505_000_000n), of(0n, 5_000_000n)]
      .map((one) => one.isToExplain)).toEqual([false, true, false, true, true]);
  });
});

describe('budget to date', () => {
  it('goes by the profile and sums to the budget', () => {
    const flat = Array.from({ length: 12 }, () => 1);
    expect([budgetToDate(pence(120_000n), flat, month('2025-04')), budgetToDate(pence(120_000n), flat, month('2026-02'))]).toEqual([10_000n, 110_000n]);
    expect(budgetToDate(pence(100n), [0, 0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0], month('2025-10'))).toBe(50n);
    fc.assert(fc.property(fc.bigInt({ min: -900_000_000_000n, max: 900_000_000_000n }), fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 12, maxLength: 12 }), (budget, profile) => {
      expect(budgetToDate(pence(budget), profile, month('2026-03'))).toBe(budget);
    }), { numRuns: cases() });
  });
});

describe('a path to a target', () => {
  it('comes down in equal yearly steps and ends on the target', () => {
    const path = targetPath({ baseline: pence(660_133_500n), target: pence(495_100_100n), stepsFrom: day('2025-04-01'), targetOn: day('2028-03-31') });
    expect(path).toEqual([{ year: '2025-26', most: 605_122_367n }, { year: '2026-27', most: 550_111_233n }, { year: '2027-28', most: 495_100_100n }]);
  });
});

describe('the sums of a line', () => {
  const entry = (of: string, kind: 'actual' | 'estimate', amount: bigint) => ({ id: of, line: 'transport' as const, month: month(of), kind, amount: pence(amount), source: 's', reason: 'r' });
  const working = (more: Partial<LineWorking>): LineWorking => ({ placements: [], places: [], entries: [], income: [], bySchools: { placements: [], places: [] }, missing: [], ...more });

  it('count actuals until the month, and estimates of later months only', () => {
    const entries = [entry('2025-12', 'actual', 500n), entry('2026-02', 'actual', 20n), entry('2026-03', 'actual', 4n), entry('2026-02', 'estimate', 7_000n), entry('2026-03', 'estimate', 600n)];
    expect(sumsOf(working({ entries }), month('2026-02'))).toEqual({ actual: 520n, commitment: 0n, estimates: 600n, forecast: 1_120n });
  });

  it('tell nothing while a price is missing', () => {
    expect(sumsOf(working({ missing: ['No price'] }), month('2026-02'))).toMatchObject({ actual: null, commitment: null, forecast: null });
  });
});
