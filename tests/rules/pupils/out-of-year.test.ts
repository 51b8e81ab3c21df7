/** The year group against the birth date (R68). */
import { describe, expect, it } from 'vitest';
import { calendarDate } from '@/lib/core/calendar-date';
import { outOfYear } from '@/lib/pupils/rules/out-of-year';

const d = calendarDate;

describe('a year group', () => {
  it('is asked about when it is not the usual one, on either side', () => {
    expect(outOfYear(d('2015-10-15'), 9, d('2026-03-02'))).toEqual({
      years: 4, words: 'A pupil born on 15 October 2015 is usually in Year 5 on 2 March 2026, not in Year 9',
    });
    expect(outOfYear(d('2012-08-31'), 8, d('2026-03-02'))?.years).toBe(-1);
    expect(outOfYear(d('2023-10-15'), 0, d('2026-03-02'))?.words).toContain('below school age');
    expect(outOfYear(d('2006-10-15'), 13, d('2026-03-02'))?.words).toContain('past Year 13');
  });

  it('is not asked about on the edge of the school year', () => {
    expect([outOfYear(d('2012-08-31'), 9, d('2026-03-02')), outOfYear(d('2012-09-01'), 8, d('2026-03-02')), outOfYear(d('2012-09-01'), 9, d('2026-09-01'))]).toEqual([null, null, null]);
  });
});
