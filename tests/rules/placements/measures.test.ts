import { describe, expect, it } from 'vitest';
import { chargeToDate } from '@/lib/agreements/rules/charge';
import type { Measure } from '@/lib/agreements/types';
import { chargeForPeriod, expectedAtYearEnd, overQuotaTo, quotaPosition } from '@/lib/placements/rules/over-quota';
import { previewChange } from '@/lib/placements/rules/preview';
import { previewSentence } from '@/lib/placements/rules/preview-sentence';
import { CAL_25_DAYS, placed, southAgreement, southPupils } from '@/tests/support/agreement-examples';
import { d } from '@/tests/support/calendars';

describe('the sentence of the main job', () => {
  const before = southPupils();
  const terms = southAgreement();
  const newcomer = placed('PL-201', '2026-03-09', '2026-07-17', { state: 'proposed', decidedAt: '2026-03-02T10:15:00.000Z' });

  it('CAL-25 has 190 school days; 2 March 2026 is the 107th', () => {
    expect(CAL_25_DAYS).toHaveLength(190);
    expect(CAL_25_DAYS[106]).toBe('2026-03-02');
  });

  // 2 March is day 107, so 9 March is day 112: 190 - 111 = 79 days; 79/190 x £18,000 = £7,484.21 (7,484.2105...).
  it('takes South to 18 of 17: 79 over-quota place-days, £7,484.21', () => {
    const preview = previewChange(terms, before, [...before, newcomer], d('2026-03-02'));
    expect(preview).toMatchObject({
      withoutTenths: 0, withTenths: 790, addedTenths: 790, added: 748_421n,
      peak: { on: '2026-03-09', useTenths: 180, quotaTenths: 170 },
      over: { firstOn: '2026-03-09', lastOn: '2026-07-17', schoolDays: 79 }, facts: { kind: 'daily' },
    });
    expect(preview.overSpans).toHaveLength(1);
    expect(previewSentence(terms, preview, 'Rotherham South')).toBe(
      'This takes Rotherham South to 18 of 17 places from 9 March to 17 July 2026: 79 over-quota place-days, £7,484.21 under clause 4 of its 2025/26 agreement, payable by the fund-holder school.',
    );
  });

  it('taking it back gives exactly the same less', () => {
    const preview = previewChange(terms, [...before, newcomer], before, d('2026-03-02'));
    expect([preview.addedTenths, preview.added]).toEqual([-790, -748_421n]);
  });

  it('says plainly when nothing goes over, or nothing changes', () => {
    const room = southAgreement({ quota: [{ firstOn: d('2025-09-01'), lastOn: null, places: 18 }] });
    const inside = previewChange(room, before, [...before, newcomer], d('2026-03-02'));
    expect(inside.over).toBeNull();
    expect(previewSentence(room, inside, 'Rotherham South')).toBe(
      'Rotherham South stays within its quota: at most 18 of 18 places from 9 March to 17 July 2026. Nothing is due under clause 4 of its 2025/26 agreement.',
    );
    const held = { ...newcomer, attributedSchoolId: null };
    expect(previewSentence(terms, previewChange(terms, before, [...before, held], d('2026-03-02')), 'Rotherham South')).toBe('This changes nothing in what Rotherham South uses of its quota under its 2025/26 agreement.');
  });

  it('a second newcomer is previewed on top of the first', () => {
    const half = placed('PL-202', '2026-03-30', '2026-04-17', { shareTenths: 5, state: 'proposed' });
    const preview = previewChange(terms, [...before, newcomer], [...before, newcomer, half], d('2026-03-02'));
    // 30 March to 17 April: the Easter holidays end on 10 April, so 13 to 17 April: 5 days x 0.5.
    expect(preview).toMatchObject({ addedTenths: 25, peak: { useTenths: 185 }, over: { firstOn: '2026-04-13', lastOn: '2026-04-17', schoolDays: 5 } });
    // Cumulative 790 then 815 tenths: £7,721.05 less £7,484.21.
    expect(preview.added).toBe(23_684n);
  });
});

/*
 * One set of placements, a quota of 2, four measures. School days of CAL-25 by half-term:
 * 38 (3 Sep-24 Oct), 34 (4 Nov-19 Dec), 29 (6 Jan-13 Feb), 25 (23 Feb-27 Mar), 29 (13 Apr-22 May), 35 (1 Jun-17 Jul) = 190.
 *   A  full-time  all year             190    place-days
 *   B  full-time  4 Nov to 17 Jul      152    (190 - 38)
 *   C  full-time  6 Jan to 13 Feb       29
 *   D  half-time  23 Feb to 27 Mar      12.5  (25 x 0.5)
 * Use by half-term: 1; 2; 3; 2.5; 2; 2. In all 383.5 place-days.
 */
const FOUR = [
  placed('PL-1', '2025-09-03', '2026-07-17'),
  placed('PL-2', '2025-11-04', '2026-07-17'),
  placed('PL-3', '2026-01-06', '2026-02-13'),
  placed('PL-4', '2026-02-23', '2026-03-27', { shareTenths: 5 }),
];
const under = (measure: Measure) => southAgreement({ measure, quota: [{ firstOn: d('2025-09-01'), lastOn: null, places: 2 }] });
const DAILY: Measure = { kind: 'daily' };
const ALLOWANCE: Measure = { kind: 'yearly_allowance', allowancePlaceDays: 375 };
const CENSUS: Measure = { kind: 'census_day', censusDays: [d('2025-10-02'), d('2026-01-15'), d('2026-05-21')] };
const AVERAGE: Measure = { kind: 'annual_average' };

describe('one set of placements through four measures', () => {
  const at = (measure: Measure, date: string) => overQuotaTo(under(measure), quotaPosition(under(measure), FOUR).overTenths, d(date));
  const year = (measure: Measure) => {
    const tenths = at(measure, '2026-08-31');
    return [tenths, chargeToDate(under(measure), tenths)];
  };

  // Daily: 29 days x 1 over, 25 days x 0.5 over = 41.5. £18,000 x 41.5/190 = £3,931.5789.
  it('daily: 41.5 place-days, £3,931.58', () => expect(year(DAILY)).toEqual([415, 393_158n]));
  // Yearly allowance: 383.5 - 375 = 8.5. £18,000 x 8.5/190 = £805.2632.
  it('yearly allowance of 375: 8.5 place-days, £805.26', () => expect(year(ALLOWANCE)).toEqual([85, 80_526n]));
  // Census: 2 Oct, use 1, nothing. 15 Jan, use 3: 1 for each school day from 15 Jan to 20 May:
  // 22 (to 13 Feb) + 25 + 27 (13 Apr-20 May without 4 May) = 74. 21 May, use 2, nothing. £18,000 x 74/190 = £7,010.5263.
  it('census days: 74 place-days, £7,010.53', () => expect(year(CENSUS)).toEqual([740, 701_053n]));
  // Annual average: 383.5 - 2 x 190 = 3.5. £18,000 x 3.5/190 = £331.5789.
  it('annual average: 3.5 place-days, £331.58', () => expect(year(AVERAGE)).toEqual([35, 33_158n]));

  it('each grows on its own days', () => {
    // Daily: nothing before 6 January; 1 on it; 29 by 13 February and still on the Sunday after.
    expect(['2026-01-05', '2026-01-06', '2026-02-13', '2026-02-15', '2026-02-23'].map((day) => at(DAILY, day))).toEqual([0, 10, 290, 290, 295]);
    // Allowance: use to 10 July is 383.5 - 2 x 5 = 373.5; 13 July makes 375.5.
    expect(['2026-07-10', '2026-07-13', '2026-07-17'].map((day) => at(ALLOWANCE, day))).toEqual([0, 5, 85]);
    // Census: the first day counted is the census day itself; nothing more from 21 May.
    expect(['2025-09-30', '2026-01-14', '2026-01-15', '2026-05-20', '2026-05-21', '2026-07-17'].map((day) => at(CENSUS, day))).toEqual([0, 0, 10, 740, 740, 740]);
    expect(['2026-07-16', '2026-07-17'].map((day) => at(AVERAGE, day))).toEqual([0, 35]);
  });

  it('an annual average is only expected before the year ends', () => {
    const terms = under(AVERAGE);
    // On 2 March D is in its place and taken to stay: 0.5 on each school day to the year's end: 89 instead of 25 days
    // from 23 February (25 + 29 + 35 = 89), so 383.5 + 32 = 415.5 less 380 = 35.5. C has ended and does not come back.
    expect(expectedAtYearEnd(terms, FOUR, d('2026-03-02'))).toBe(355);
    // On 27 March, its last day, it is still in place.
    expect(expectedAtYearEnd(terms, FOUR, d('2026-03-27'))).toBe(355);
    // On 30 March D has ended too: what is planned, 3.5.
    expect(expectedAtYearEnd(terms, FOUR, d('2026-03-30'))).toBe(35);
    const preview = previewChange(terms, FOUR, [...FOUR, placed('PL-5', '2026-07-06', '2026-07-10', { state: 'proposed' })], d('2026-03-30'));
    // Five days planned; ten if nobody leaves.
    expect(preview).toMatchObject({ addedTenths: 50, facts: { kind: 'annual_average', withoutTenths: 35, withTenths: 135, isOver: false } });
  });

  it('amounts for periods are differences and sum to the year', () => {
    const terms = under(DAILY);
    const { overTenths } = quotaPosition(terms, FOUR);
    const spring = chargeForPeriod(terms, overTenths, d('2026-01-01'), d('2026-01-31'));
    // January has 19 days over: 6-9 (4), 12-16, 19-23, 26-30: £1,800.00.
    expect(spring).toBe(180_000n);
    // The first day of a period is part of it: 6 January alone is 1 day, £94.74; 7 January takes 2 days to £189.47.
    expect(chargeForPeriod(terms, overTenths, d('2026-01-06'), d('2026-01-06'))).toBe(9_474n);
    expect(chargeForPeriod(terms, overTenths, d('2026-01-07'), d('2026-01-07'))).toBe(9_473n);
    expect(chargeForPeriod(terms, overTenths, d('2025-09-01'), d('2025-12-31')) + spring + chargeForPeriod(terms, overTenths, d('2026-02-01'), d('2026-08-31'))).toBe(393_158n);
  });

  it('a census day that is no school day is taken on the next school day', () => {
    // Sunday 22 February 2026: use on Monday 23 February is 2.5, for 25 + 29 + 35 days.
    expect(year({ kind: 'census_day', censusDays: [d('2026-02-22'), d('2026-02-23')] })[0]).toBe(445);
  });

  it('measures against the quota in force, with shares withheld', () => {
    const terms = { ...under(DAILY), schools: under(DAILY).schools.map((school) => (school.schoolId === 'wales' ? { ...school, binding: [] } : school)) };
    // 2 places on four equal schools go to Aston and Brinsworth by id, so Wales's share is 0 and 2 still count.
    expect(quotaPosition(terms, FOUR).overTenths.at(-1)).toBe(415);
    const brinsworth = { ...terms, schools: terms.schools.map((school) => (school.schoolId === 'brinsworth' ? { ...school, binding: [] } : school)) };
    // 1 counts: over by 0, 1, 2, 1.5, 1, 1 on 38, 34, 29, 25, 29, 35 days = 193.5.
    expect(quotaPosition(brinsworth, FOUR).overTenths.at(-1)).toBe(1935);
  });
});
