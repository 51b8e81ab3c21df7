import { describe, expect, it } from 'vitest';
import { daysAt, daysOfYear, type DayFacts } from '@/lib/board/rules/figure-days';
import { calendarDate } from '@/lib/core/calendar-date';

const day = calendarDate;
const term = (label: string, firstOn: string, lastOn: string) => ({ name: label, label, firstOn: day(firstOn), lastOn: day(lastOn) });
const facts: DayFacts = {
  terms: [
    term('Autumn 2024/25', '2024-09-02', '2024-12-20'), term('Spring 2024/25', '2025-01-06', '2025-04-04'), term('Summer 2024/25', '2025-04-22', '2025-07-22'),
    term('Autumn 2025/26', '2025-09-02', '2025-12-19'), term('Spring 2025/26', '2026-01-05', '2026-03-27'),
  ],
  schoolDayBefore: (on) => (on < '2024-09-04' ? null : day('2026-02-27')),
};

describe('the days of a figure', () => {
  it('are the last three terms that are over, for what is counted by the term', () => {
    expect(daysAt('three_terms', day('2026-02-28'), facts)).toEqual({ days: { firstOn: '2025-01-06', lastOn: '2025-12-19', words: 'Spring 2024/25, Summer 2024/25 and Autumn 2025/26' } });
    expect(daysAt('three_terms', day('2026-03-31'), facts)).toMatchObject({ days: { firstOn: '2025-04-22', lastOn: '2026-03-27' } });
    expect(daysAt('three_terms', day('2025-06-30'), facts)).toMatchObject({ why: expect.stringContaining('three terms') });
  });

  it('are the last school day, 1 September on, or 1 April on', () => {
    expect(daysAt('month_end', day('2026-02-28'), facts)).toMatchObject({ days: { firstOn: '2026-02-27', lastOn: '2026-02-27', words: '27 February 2026' } });
    expect(daysAt('month_end', day('2024-08-31'), facts)).toMatchObject({ why: expect.stringContaining('No calendar') });
    expect(daysAt('agreement_year', day('2026-02-28'), facts)).toMatchObject({ days: { firstOn: '2025-09-01', lastOn: '2026-02-28' } });
    expect(daysAt('financial_year', day('2026-02-28'), facts)).toMatchObject({ days: { firstOn: '2025-04-01', lastOn: '2026-02-28' } });
  });

  it('are a whole academic year for a baseline', () => {
    expect(daysOfYear('three_terms', '2024/25', facts)).toMatchObject({ days: { firstOn: '2024-09-02', lastOn: '2025-07-22' } });
    expect(daysOfYear('agreement_year', '2024/25', facts)).toMatchObject({ days: { firstOn: '2024-09-01', lastOn: '2025-08-31' } });
  });
});
