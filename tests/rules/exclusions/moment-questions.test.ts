/** What an exclusion's date, time and answer about the afternoon leave open (R8): a question, never a silent change. */
import { describe, expect, it } from 'vitest';
import { calendarDate } from '@/lib/core/calendar-date';
import { schoolDaysOf } from '@/lib/calendars/rules/school-days';
import { afternoonQuestion, noSchoolDayQuestion } from '@/lib/exclusions/rules/moment-questions';
import { DEMONSTRATION_CALENDAR } from '@/tests/support/calendars';

const days = schoolDaysOf(DEMONSTRATION_CALENDAR);
const d = calendarDate;
const asked = (excludedOn: string, excludedAt: string, afternoonBegan: boolean) => afternoonQuestion(days, { excludedOn: d(excludedOn), excludedAt, afternoonBegan }, '13:15');

describe('the time of day and the answer', () => {
  it.each([['13:14', false], ['13:15', true], ['14:30', true], ['09:00', false]])('%s with %s agree', (at, began) => {
    expect(asked('2026-02-26', at, began)).toBeNull();
  });

  it.each([['14:30', false, 'had not begun'], ['13:15', false, 'had not begun'], ['13:14', true, 'had begun']])('%s with %s asks', (at, began, words) => {
    expect(asked('2026-02-26', at, began)).toContain(words);
  });

  it('asks nothing on a day without school, whatever the hour, nor where the calendar does not reach', () => {
    expect(asked('2026-02-28', '14:30', false)).toBeNull();
    expect(asked('2019-02-28', '14:30', false)).toBeNull();
  });
});

describe('the day', () => {
  it('is asked about when the school is shut, with the day that would be day 1', () => {
    expect(noSchoolDayQuestion(days, d('2026-02-28'))).toContain('Saturday 28 February 2026 is no school day at this school (weekend), so day 1 would be Monday 2 March 2026');
    expect(noSchoolDayQuestion(days, d('2025-12-25'))).toContain('Bank holiday');
    expect(noSchoolDayQuestion(days, d('2026-02-26'))).toBeNull();
    expect(noSchoolDayQuestion(days, d('2019-02-28'))).toBeNull();
  });
});
