import { describe, expect, it } from 'vitest';
import { calendarDate as d } from '@/lib/core/calendar-date';
import { dateInWords, weekdayDateInWords, weekdayDayAndMonth, weekdayName } from '@/lib/core/date-words';

describe('dates in words', () => {
  it('says the weekday, the day and the month in full', () => {
    expect(weekdayDayAndMonth(d('2025-10-06'))).toBe('Monday 6 October');
    expect(weekdayDateInWords(d('2026-01-07'))).toBe('Wednesday 7 January 2026');
    expect(dateInWords(d('2026-12-31'))).toBe('31 December 2026');
    expect(weekdayName(d('2026-03-01'))).toBe('Sunday');
  });
});
