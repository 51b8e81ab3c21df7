import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDate as d, fromEpochDay, isoWeekday, toEpochDay } from '@/lib/core/calendar-date';
import { compulsorySchoolAge, isOfCompulsorySchoolAge, lastFridayInJune, yearElevenEndsOn } from '@/lib/pupils/rules/compulsory-school-age';
import { keyStageOf, usualYearGroup, yearGroupInWords } from '@/lib/pupils/rules/year-group';
import { cases } from '../../support/cases';

describe('R68: year group', () => {
  it('born 31 August 2012: Year 9 in 2025/26; born 1 September 2012: Year 8', () => {
    expect([usualYearGroup(d('2012-08-31'), d('2025-09-01')), usualYearGroup(d('2012-09-01'), d('2025-09-01'))]).toEqual([9, 8]);
    expect(usualYearGroup(d('2012-08-31'), d('2026-08-31'))).toBe(9);
    expect(usualYearGroup(d('2012-08-31'), d('2026-09-01'))).toBe(10);
  });

  it('11 at 31 August gives Year 7, 15 gives Year 11', () => {
    expect([usualYearGroup(d('2014-08-31'), d('2026-03-02')), usualYearGroup(d('2009-09-01'), d('2026-03-02'))]).toEqual([7, 11]);
  });

  it('key stages and words', () => {
    expect([-1, 0, 1, 2, 3, 6, 7, 9, 10, 11, 12].map(keyStageOf)).toEqual(['EYFS', 'EYFS', 'KS1', 'KS1', 'KS2', 'KS2', 'KS3', 'KS3', 'KS4', 'KS4', 'KS5']);
    expect([yearGroupInWords(9), yearGroupInWords(0), yearGroupInWords(-1)]).toEqual(['Year 9', 'Reception', 'Below school age']);
  });
});

describe('R36c(c): compulsory school age', () => {
  it('ends on Friday 26 June 2026 for a pupil who turns 16 in 2025/26', () => {
    for (const bornOn of ['2009-09-01', '2010-01-10', '2010-06-30', '2010-08-31']) expect(compulsorySchoolAge(d(bornOn)).lastOn, bornOn).toBe('2026-06-26');
    expect(compulsorySchoolAge(d('2009-08-31')).lastOn).toBe('2025-06-27');
    expect(compulsorySchoolAge(d('2010-09-01')).lastOn).toBe('2027-06-25');
    expect([isOfCompulsorySchoolAge(d('2010-01-10'), d('2026-06-26')), isOfCompulsorySchoolAge(d('2010-01-10'), d('2026-06-27'))]).toEqual([true, false]);
  });

  it.each([
    ['2021-03-31', '2026-03-31'], ['2021-04-01', '2026-08-31'], ['2021-08-31', '2026-08-31'], ['2021-09-01', '2026-12-31'],
    ['2021-12-31', '2026-12-31'], ['2021-01-01', '2026-03-31'], ['2020-02-29', '2025-03-31'],
  ])('born %s, begins %s: the prescribed day on or next after the fifth birthday', (bornOn, beginsOn) => {
    expect(compulsorySchoolAge(d(bornOn)).beginsOn).toBe(beginsOn);
  });

  it('the last Friday in June is a Friday of the last seven days', () => {
    expect([lastFridayInJune(2023), lastFridayInJune(2024), lastFridayInJune(2026)]).toEqual(['2023-06-30', '2024-06-28', '2026-06-26']);
    fc.assert(fc.property(fc.integer({ min: 1900, max: 2199 }), (year) => {
      const friday = lastFridayInJune(year);
      return isoWeekday(friday) === 5 && friday >= `${year}-06-24` && friday <= `${year}-06-30`;
    }), { numRuns: cases(1_000) });
  });

  it('Year 11 ends on the last Friday in June of the academic year of a date', () => {
    expect([yearElevenEndsOn(d('2025-09-01')), yearElevenEndsOn(d('2026-08-31')), yearElevenEndsOn(d('2026-09-01'))]).toEqual(['2026-06-26', '2026-06-26', '2027-06-25']);
  });

  it('a pupil whose usual year is Year 11 leaves that June, whatever the birthday', () => {
    const births = fc.integer({ min: toEpochDay(d('1990-01-01')), max: toEpochDay(d('2030-12-31')) }).map(fromEpochDay);
    fc.assert(fc.property(births, (bornOn) => usualYearGroup(bornOn, compulsorySchoolAge(bornOn).lastOn) === 11), { numRuns: cases() });
  });
});
