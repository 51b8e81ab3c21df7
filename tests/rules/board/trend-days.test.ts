import { describe, expect, it } from 'vitest';
import { monthEnds, monthLabel, tellsOfFew, termDays } from '@/lib/board/rules/trend-days';
import { calendarDate } from '@/lib/core/calendar-date';

const day = calendarDate;
const term = (label: string, firstOn: string, lastOn: string) => ({ name: label, label, firstOn: day(firstOn), lastOn: day(lastOn) });
const TERMS = [
  term('Autumn 2024/25', '2024-09-02', '2024-12-20'), term('Spring 2024/25', '2025-01-06', '2025-04-04'), term('Summer 2024/25', '2025-04-22', '2025-07-22'),
  term('Autumn 2025/26', '2025-09-02', '2025-12-19'), term('Spring 2025/26', '2026-01-05', '2026-03-27'),
];

describe('the days of a trend', () => {
  it('are twelve month ends, each of its own month', () => {
    const ends = monthEnds(day('2026-02-28'));
    expect(ends).toHaveLength(12);
    expect([ends[0], ends[10], ends[11]]).toEqual(['2025-03-31', '2026-01-31', '2026-02-28']);
    expect(monthLabel(day('2026-02-28'))).toBe('Feb 2026');
  });

  it('are the last three terms that are over without a gap between them, and the one before', () => {
    const { shown, before } = termDays(TERMS, day('2026-02-28'));
    expect(shown.map(({ firstOn, lastOn }) => [firstOn, lastOn])).toEqual([['2025-01-06', '2025-04-21'], ['2025-04-22', '2025-09-01'], ['2025-09-02', '2025-12-19']]);
    expect(before?.words).toBe('Autumn 2024/25');
    expect(termDays(TERMS.slice(0, 2), day('2026-02-28')).before).toBeNull();
  });

  it('give nothing where a term has 1 to 4 in a cell of its whole', () => {
    const figure = (yes: number, no: number) => ({ kind: 'split', show: 'both', parts: [{ name: 'A', yes, no }, { name: 'B', yes: 0, no: 0 }] }) as const;
    expect([tellsOfFew(figure(0, 0)), tellsOfFew(figure(6, 0)), tellsOfFew(figure(6, 5))]).toEqual([false, false, false]);
    expect([tellsOfFew(figure(4, 0)), tellsOfFew(figure(30, 4)), tellsOfFew(figure(1, 30))]).toEqual([true, true, true]);
  });
});
