/** The sentence of the check page under each measure, on the four placements of measures.test.ts and a newcomer. */
import { describe, expect, it } from 'vitest';
import type { Measure } from '@/lib/agreements/types';
import { isOverAsCounted } from '@/lib/placements/rules/measure-facts';
import { previewChange } from '@/lib/placements/rules/preview';
import { previewSentence } from '@/lib/placements/rules/preview-sentence';
import { placed, southAgreement } from '@/tests/support/agreement-examples';
import { d } from '@/tests/support/calendars';

/* Use by half-term 1; 2; 3; 2.5; 2; 2 against a quota of 2, in all 383.5 place-days; the year ends on 17 July, its 190th school day. */
const FOUR = [
  placed('PL-1', '2025-09-03', '2026-07-17'), placed('PL-2', '2025-11-04', '2026-07-17'),
  placed('PL-3', '2026-01-06', '2026-02-13'), placed('PL-4', '2026-02-23', '2026-03-27', { shareTenths: 5 }),
];
/** 79 school days from 9 March to 17 July. */
const NEWCOMER = placed('PL-5', '2026-03-09', '2026-07-17', { state: 'proposed' });
const CENSUS: Measure = { kind: 'census_day', censusDays: [d('2025-10-02'), d('2026-01-15'), d('2026-05-21')] };

function sentence(measure: Measure, change: { readonly after?: typeof FOUR; readonly before?: typeof FOUR; readonly asOf?: string; readonly places?: number } = {}): string {
  const terms = southAgreement({ measure, quota: [{ firstOn: d('2025-09-01'), lastOn: null, places: change.places ?? 2 }] });
  return previewSentence(terms, previewChange(terms, change.before ?? FOUR, change.after ?? [...FOUR, NEWCOMER], d(change.asOf ?? '2026-03-02')), 'South');
}

describe('a daily count', () => {
  it('says at most where use is not the same on every day over, and names the saving of an end', () => {
    // 2.5 of 2 to 27 March with the half place, 2 from then on: 3.5 and 3 with the newcomer.
    expect(sentence({ kind: 'daily' })).toMatch(/^This takes South to at most 3\.5 of 2 places from 9 March to 17 July 2026: 79 over-quota place-days, /);
    expect(sentence({ kind: 'daily' }, { before: [...FOUR, NEWCOMER], after: FOUR })).toMatch(/^This leaves South at 2\.5 of 2 places .*: 79 fewer over-quota place-days, £7,484\.21 less under clause 4/);
    expect(sentence({ kind: 'daily' }, { places: 1 })).toContain('at most');
  });
});

describe('a trust that holds the fund', () => {
  it('is named as who pays', () => {
    const terms = southAgreement({ payer: 'fund_holder_trust', quota: [{ firstOn: d('2025-09-01'), lastOn: null, places: 2 }] });
    const preview = previewChange(terms, FOUR, [...FOUR, NEWCOMER], d('2026-03-02'));
    expect(previewSentence(terms, preview, 'South', 'Dearne Valley Trust')).toMatch(/ of its 2025\/26 agreement, payable by Dearne Valley Trust\.$/);
    expect(previewSentence({ ...terms, payer: 'fund_holder_school' }, preview, 'South', 'Aston Academy')).toMatch(/, payable by the fund-holder school\.$/);
  });
});

describe('a yearly allowance', () => {
  // 383.5 + 79 = 462.5 of 375: 87.5 over; without it 8.5, so 79 more. 87.5/190 x £18,000 = £8,289.47 less £805.26.
  it('says what the year uses of its place-days, and what this adds', () => {
    expect(sentence({ kind: 'yearly_allowance', allowancePlaceDays: 375 })).toBe(
      'With this, South uses 462.5 of 375 place-days of its yearly allowance by 17 July 2026, 87.5 over. This adds 79 over-quota place-days, £7,484.21 under clause 4 of its 2025/26 agreement, payable by the fund-holder school.');
  });
  it('says what is left', () => {
    expect(sentence({ kind: 'yearly_allowance', allowancePlaceDays: 10_800 })).toBe(
      'With this, South uses 462.5 of 10,800 place-days of its yearly allowance by 17 July 2026, 10,337.5 left. Nothing is due under clause 4 of its 2025/26 agreement.');
  });
  it('says what an end takes off', () => {
    expect(sentence({ kind: 'yearly_allowance', allowancePlaceDays: 375 }, { before: [...FOUR, NEWCOMER], after: FOUR })).toBe(
      'With this, South uses 383.5 of 375 place-days of its yearly allowance by 17 July 2026, 8.5 over. This takes off 79 over-quota place-days, £7,484.21 less under clause 4 of its 2025/26 agreement, payable by the fund-holder school.');
  });
});

describe('census days', () => {
  // 21 May to 17 July: 2 days to 22 May and 35 from 1 June: 37 school days. 37/190 x £18,000 = £3,505.26, on top of £7,010.53 of January's 74 days.
  it('names the next one, what it would count and for which school days', () => {
    expect(sentence(CENSUS)).toBe(
      'South is counted on census days, next on 21 May 2026. That day would count 3 of 2 places: 1 over, for each of the 37 school days from 21 May to 17 July 2026. '
      + 'This adds 37 over-quota place-days, £3,505.26 under clause 4 of its 2025/26 agreement, payable by the fund-holder school.');
  });
  it('says so when the next one counts nothing of it', () => {
    const short = [...FOUR, placed('PL-5', '2026-03-09', '2026-03-27', { state: 'proposed' })];
    expect(sentence(CENSUS, { after: short })).toBe(
      'South is counted on census days, next on 21 May 2026. This changes nothing of what that day counts: 2 of 2 places, for each of the 37 school days from 21 May to 17 July 2026. Nothing is due under clause 4 of its 2025/26 agreement.');
  });
  it('says so when none is left, and on a census day itself it is the next', () => {
    const late = [...FOUR, placed('PL-5', '2026-06-01', '2026-07-17', { state: 'proposed' })];
    expect(sentence(CENSUS, { after: late, asOf: '2026-05-22' })).toBe(
      'South is counted on census days, and none is left in 2025/26. Nothing is due under clause 4 of its 2025/26 agreement.');
    expect(sentence(CENSUS, { asOf: '2026-05-21' })).toContain('next on 21 May 2026. That day would count 3 of 2 places');
  });
  it('names an earlier census day that a late entry reaches, and one with room', () => {
    const early = [...FOUR, placed('PL-5', '2026-01-06', '2026-07-17', { state: 'started' })];
    expect(sentence(CENSUS, { after: early, places: 4 })).toBe(
      'South is counted on census days, next on 21 May 2026. 15 January 2026 would count 4 of 4 places, none over, for each of the 74 school days from 15 January to 20 May 2026. '
      + '21 May 2026 would count 3 of 4 places, none over, for each of the 37 school days from 21 May to 17 July 2026. Nothing is due under clause 4 of its 2025/26 agreement.');
  });
});

describe('an annual average', () => {
  // On 2 March PL-4 is taken to stay: 415.5, with the newcomer 494.5, less 380: 114.5 (£10,847.37); without it 35.5 (£3,363.16).
  it('charges nothing until the year\'s end and says what is expected then', () => {
    expect(sentence({ kind: 'annual_average' })).toBe(
      'South is charged on its average of the year: nothing is charged until the year\u2019s end, 17 July 2026. Expected at the year\u2019s end if nobody leaves: 114.5 over-quota place-days, £10,847.37. '
      + 'This adds 79 over-quota place-days, £7,484.21 under clause 4 of its 2025/26 agreement, payable by the fund-holder school.');
  });
  it('says so when nothing is expected', () => {
    expect(sentence({ kind: 'annual_average' }, { places: 17 })).toBe(
      'South is charged on its average of the year: nothing is charged until the year\u2019s end, 17 July 2026. Expected at the year\u2019s end if nobody leaves: no over-quota place-day; this adds nothing to it.');
  });
  it('speaks of the year as ended after its last school day', () => {
    expect(sentence({ kind: 'annual_average' }, { asOf: '2026-07-20' })).toContain('The year of South ended on 17 July 2026. With this its average gives 82.5 over-quota place-days, £7,815.79.');
  });
});

describe('every measure', () => {
  const MEASURES: readonly Measure[] = [{ kind: 'daily' }, { kind: 'yearly_allowance', allowancePlaceDays: 375 }, CENSUS, { kind: 'annual_average' }];
  it('says that a placement of nobody\'s quota changes nothing', () => {
    const after = [...FOUR, { ...NEWCOMER, attributedSchoolId: null }];
    for (const measure of MEASURES) expect(sentence(measure, { after })).toBe('This changes nothing in what South uses of its quota under its 2025/26 agreement.');
  });
  it('only the daily one speaks of days over the quota, and the tone follows the measure', () => {
    expect(MEASURES.map((measure) => sentence(measure).startsWith('This takes South to'))).toEqual([true, false, false, false]);
    const over = (measure: Measure, places: number) => {
      const terms = southAgreement({ measure, quota: [{ firstOn: d('2025-09-01'), lastOn: null, places }] });
      const preview = previewChange(terms, FOUR, [...FOUR, NEWCOMER], d('2026-03-02'));
      return isOverAsCounted(preview.facts, preview.over !== null);
    };
    expect(MEASURES.map((measure) => over(measure, 2))).toEqual([true, true, true, true]);
    // The allowance is of place-days, whatever the quota of a day.
    expect(MEASURES.map((measure) => over(measure, 17))).toEqual([false, true, false, false]);
  });
});
