import { describe, expect, it } from 'vitest';
import { isBaselineWithheld } from '@/lib/board/rules/baseline-shown';
import type { DayFacts } from '@/lib/board/rules/figure-days';
import { calendarDate } from '@/lib/core/calendar-date';

const day = calendarDate;
const term = (label: string, firstOn: string, lastOn: string) => ({ name: label, label, firstOn: day(firstOn), lastOn: day(lastOn) });
const facts: DayFacts = {
  terms: [
    term('Autumn 2024/25', '2024-09-02', '2024-12-20'), term('Spring 2024/25', '2025-01-06', '2025-04-04'), term('Summer 2024/25', '2025-04-22', '2025-07-22'),
    term('Autumn 2025/26', '2025-09-02', '2025-12-19'), term('Spring 2025/26', '2026-01-05', '2026-03-27'), term('Summer 2025/26', '2026-04-13', '2026-07-21'),
  ],
  schoolDayBefore: (on) => on,
};
const NONE: DayFacts = { terms: [], schoolDayBefore: () => null };
const BASELINE = day('2025-07-22');

describe('a baseline', () => {
  it('is left out with the figure of the same terms, or of terms that it shares', () => {
    expect(isBaselineWithheld('three_terms', BASELINE, [day('2025-08-31')], facts)).toBe(true);
    expect(isBaselineWithheld('three_terms', BASELINE, [day('2026-03-31')], facts)).toBe(true);
    expect(isBaselineWithheld('three_terms', BASELINE, [day('2026-07-31')], facts)).toBe(false);
    expect(isBaselineWithheld('three_terms', BASELINE, [day('2026-07-31'), day('2025-08-31')], facts)).toBe(true);
  });

  it('stays where nothing is left out, or only what is of other days', () => {
    expect(isBaselineWithheld('three_terms', BASELINE, [], facts)).toBe(false);
    expect(isBaselineWithheld('month_end', BASELINE, [day('2025-08-31')], facts)).toBe(false);
    expect(isBaselineWithheld('month_end', BASELINE, [BASELINE], facts)).toBe(true);
    expect(isBaselineWithheld('agreement_year', day('2025-08-31'), [day('2025-09-30')], facts)).toBe(false);
    expect(isBaselineWithheld('agreement_year', day('2025-08-31'), [day('2024-11-30')], facts)).toBe(true);
  });

  it('is taken to be of the longest days where no calendar says which', () => {
    expect(isBaselineWithheld('three_terms', BASELINE, [day('2026-07-31')], NONE)).toBe(true);
    expect(isBaselineWithheld('three_terms', BASELINE, [day('2027-02-28')], NONE)).toBe(false);
  });
});
