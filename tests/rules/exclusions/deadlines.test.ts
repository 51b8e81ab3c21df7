import { describe, expect, it } from 'vitest';
import { withinSchoolDays } from '@/lib/calendars/rules/count-working';
import { CountRefused } from '@/lib/calendars/rules/count-refused';
import { schoolDaysOf } from '@/lib/calendars/rules/school-days';
import {
  boardMeetingDeadline, boardMeetingOnRepresentationsDeadline, panelMeetingDeadline, reconsiderationDeadline, reviewApplicationDeadline,
} from '@/lib/exclusions/rules/deadlines';
import { firstDayOfExclusion } from '@/lib/exclusions/rules/first-day';
import { d, DEMONSTRATION_CALENDAR } from '../../support/calendars';

const days = schoolDaysOf(DEMONSTRATION_CALENDAR);
const at = (excludedOn: string, excludedAt: string) => ({ excludedOn: d(excludedOn), excludedAt, afternoonSessionStartsAt: '13:15' });

describe('R7: within N school days after', () => {
  it('board notified Monday 29 September 2025: the 15th school day is Monday 20 October', () => {
    const working = boardMeetingDeadline(days, d('2025-09-29'));
    expect(working.dueOn).toBe('2025-10-20');
    expect([working.counted.length, working.counted[0], working.counted.at(-1), working.firstDay]).toEqual([15, '2025-09-30', '2025-10-20', '2025-09-30']);
    expect(working.leftOut[0]).toEqual({ date: '2025-09-29', why: 'day_zero', words: 'The day itself is day 0' });
    expect(working.leftOut.length).toBe(7);
  });

  it('the 50th is Tuesday 16 December 2025', () => {
    const working = boardMeetingOnRepresentationsDeadline(days, d('2025-09-29'));
    expect(working.dueOn).toBe('2025-12-16');
    expect(working.leftOut.filter((day) => day.why === 'inset').map((day) => day.date)).toEqual(['2025-11-03']);
  });

  it('R42: agreed Thursday 2 October 2025, 20 school days end on Friday 7 November', () => {
    expect(withinSchoolDays(days, d('2025-10-02'), 20, 'R42').dueOn).toBe('2025-11-07');
  });

  it('R33: ten school days for the board to reconsider', () => {
    expect(reconsiderationDeadline(days, d('2025-11-26')).dueOn).toBe('2025-12-10');
  });

  it('accounts for every date from the event to the deadline exactly once, and names the calendar (R2)', () => {
    const working = boardMeetingOnRepresentationsDeadline(days, d('2026-06-15'));
    const all = [...working.counted, ...working.leftOut.map((day) => day.date)].sort();
    expect(new Set(all).size).toBe(all.length);
    expect([all[0], all.at(-1)]).toEqual(['2026-06-15', working.dueOn]);
    expect(working.calendarName).toBe('Demonstration calendar');
    expect(working.calendarVersions.map((year) => [year.academicYear, year.version])).toEqual([['2025/26', 1], ['2026/27', 1]]);
  });

  it('refuses past the loaded years', () => {
    expect(() => boardMeetingDeadline(days, d('2027-07-14'))).toThrow(CountRefused);
  });
});

describe('R8: first day of an exclusion', () => {
  it('excluded Monday 29 September 2025 at 10:00: day 1 is that day', () => {
    expect(firstDayOfExclusion(days, at('2025-09-29', '10:00'))).toEqual({ firstDay: '2025-09-29', before: [] });
  });

  it('at 14:00: day 1 is Tuesday 30 September', () => {
    const { firstDay, before } = firstDayOfExclusion(days, at('2025-09-29', '14:00'));
    expect(firstDay).toBe('2025-09-30');
    expect(before).toEqual([{
      date: '2025-09-29', why: 'after_afternoon_session_began', words: 'Excluded at 14:00, after the afternoon session began at 13:15',
    }]);
  });

  it('turns at the very minute the afternoon session begins', () => {
    expect(firstDayOfExclusion(days, at('2025-09-29', '13:14')).firstDay).toBe('2025-09-29');
    expect(firstDayOfExclusion(days, at('2025-09-29', '13:15')).firstDay).toBe('2025-09-30');
  });

  it('a decision on a day without school makes the next school day day 1, whatever the hour', () => {
    for (const time of ['09:00', '15:00']) expect(firstDayOfExclusion(days, at('2025-10-25', time))).toEqual({ firstDay: '2025-11-04', before: [] });
  });

  it('refuses a time that is none', () => {
    for (const time of ['9:00', '24:00', '10:60', '']) expect(() => firstDayOfExclusion(days, at('2025-09-29', time))).toThrow(RangeError);
  });
});

describe('R31 and R32: independent review', () => {
  it('R31: notice delivered Wednesday 15 October 2025, last day to apply Thursday 13 November', () => {
    expect(reviewApplicationDeadline(days, d('2025-10-15'), 'by_hand').dueOn).toBe('2025-11-13');
  });

  it('R12: the same notice posted first class on Monday 13 October is given on the 15th', () => {
    const working = reviewApplicationDeadline(days, d('2025-10-13'), 'first_class_post');
    expect([working.startedOn, working.dueOn]).toEqual(['2025-10-15', '2025-11-13']);
  });

  it('R32: application delivered Wednesday 5 November 2025, the panel meets by Wednesday 26 November', () => {
    expect(panelMeetingDeadline(days, d('2025-11-05'), 'by_hand').dueOn).toBe('2025-11-26');
  });
});
