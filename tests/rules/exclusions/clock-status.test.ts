import { describe, expect, it } from 'vitest';
import { schoolDaysOf } from '@/lib/calendars/rules/school-days';
import { clockStatus, daysLate } from '@/lib/exclusions/rules/clock-status';
import { daySixDutyOfPermanentExclusion } from '@/lib/exclusions/rules/day-six-clock';
import { dutyMetOn, FULL_TIME_WEEKLY_MINUTES, meetsFullTime } from '@/lib/exclusions/rules/full-time';
import type { DutyFacts } from '@/lib/exclusions/types';
import { d, DEMONSTRATION_CALENDAR } from '../../support/calendars';
import { dutyFacts, excluded } from '../../support/exclusions';

const days = schoolDaysOf(DEMONSTRATION_CALENDAR);

function status(on: string, time: string, today: string, metOn: string | null = null, facts: DutyFacts = dutyFacts()) {
  const duty = daySixDutyOfPermanentExclusion(days, excluded(on, time), facts);
  if (duty.kind !== 'clock') throw new Error('No clock');
  return clockStatus(days, duty.clock, { today: d(today), metOn: metOn === null ? null : d(metOn) });
}

describe('the clock in words', () => {
  it.each([
    ['2025-09-29', '10:00', '2025-10-02', 'later', 4, 'Day 4 of 6 · place due Monday 6 October'],
    ['2026-02-23', '10:00', '2026-03-02', 'due_today', 6, 'Day 6 of 6 · place due today'],
    ['2026-02-26', '10:00', '2026-03-02', 'this_week', 3, 'Day 3 of 6 · place due Thursday 5 March'],
    ['2026-03-02', '14:00', '2026-03-02', 'later', 0, 'Day 1 is Tuesday 3 March · place due Tuesday 10 March'],
    ['2026-02-11', '10:00', '2026-03-02', 'overdue', 6, '3 school days overdue · place was due Wednesday 25 February'],
    ['2026-02-20', '10:00', '2026-03-03', 'overdue', 6, '1 school day overdue · place was due Monday 2 March'],
    ['2026-02-27', '10:00', '2026-03-07', 'overdue', 6, 'Overdue · place was due Friday 6 March'],
    ['2025-12-16', '10:00', '2025-12-19', 'later', 4, 'Day 4 of 6 · place due Wednesday 7 January 2026'],
    ['2025-12-16', '10:00', '2026-01-01', 'later', 4, 'Day 4 of 6 · place due Wednesday 7 January'],
  ])('excluded %s at %s, on %s: %s', (on, time, today, state, dayNumber, words) => {
    expect(status(on, time, today)).toMatchObject({ state, dayNumber, outOf: 6, words });
  });

  it('counts the school days since it was due', () => {
    expect(status('2026-02-11', '10:00', '2026-03-02').schoolDaysLate).toBe(3);
    expect(status('2026-02-26', '10:00', '2026-03-02').schoolDaysLate).toBe(0);
  });

  it('is met when education started, not when it is planned', () => {
    expect(status('2026-02-26', '10:00', '2026-03-12', '2026-03-09')).toMatchObject({ state: 'met', schoolDaysLate: 2, words: 'Met on Monday 9 March, 2 school days late' });
    expect(status('2026-02-26', '10:00', '2026-03-12', '2026-03-03')).toMatchObject({ state: 'met', schoolDaysLate: 0, words: 'Met on Tuesday 3 March, day 4 of 6' });
    expect(status('2026-02-26', '10:00', '2026-03-02', '2026-03-03')).toMatchObject({ state: 'this_week', words: 'Day 3 of 6 · place due Thursday 5 March' });
    expect(status('2026-03-02', '14:00', '2026-03-02', '2026-03-02').words).toBe('Met on Monday 2 March, before day 1');
  });

  it('says overdue without a number where the calendar has ended', () => {
    expect(status('2027-07-14', '10:00', '2027-09-10')).toMatchObject({ state: 'overdue', schoolDaysLate: null, words: 'Overdue · place was due Wednesday 21 July' });
  });

  it('the demonstration: due Thursday 5 March, a start on Monday 9 March is two school days late', () => {
    expect([daysLate(days, d('2026-03-05'), d('2026-03-09')), daysLate(days, d('2026-03-05'), d('2026-03-05'))]).toEqual([2, 0]);
  });

  it('R36b: the day-1 target has words of its own and does not make the duty overdue', () => {
    const looked = dutyFacts({ lookedAfter: true });
    expect(status('2026-02-26', '10:00', '2026-03-02', null, looked)).toMatchObject({ state: 'this_week', targetWords: 'Day-1 target was Thursday 26 February, 2 school days ago' });
    expect(status('2026-03-02', '10:00', '2026-03-02', null, looked).targetWords).toBe('Day-1 target is today');
    expect(status('2026-03-02', '14:00', '2026-03-02', null, looked).targetWords).toBe('Day-1 target is Tuesday 3 March');
    expect(status('2026-03-02', '10:00', '2026-03-04', '2026-03-02', looked).targetWords).toBe('Day-1 target met');
    expect(status('2026-03-02', '10:00', '2026-03-06', '2026-03-03', looked).targetWords).toBe('Day-1 target missed by 1 school day');
    expect(status('2026-02-26', '10:00', '2026-03-02').targetWords).toBeNull();
  });
});

describe('R36d: full time is 25 hours a week unless the agreement says otherwise', () => {
  const from = (firstOn: string, hours: number, lastOn: string | null = null) => ({ firstOn: d(firstOn), lastOn: lastOn === null ? null : d(lastOn), weeklyMinutes: hours * 60 });

  it('part-time places add up', () => {
    expect(FULL_TIME_WEEKLY_MINUTES).toBe(1500);
    expect(meetsFullTime(d('2026-03-09'), [from('2026-03-02', 15), from('2026-03-09', 10)])).toBe(true);
    expect(meetsFullTime(d('2026-03-06'), [from('2026-03-02', 15), from('2026-03-09', 10)])).toBe(false);
    expect(dutyMetOn([from('2026-03-02', 15), from('2026-03-09', 10)])).toBe('2026-03-09');
  });

  it('less does not meet it, and one that has ended does not count', () => {
    expect(dutyMetOn([from('2026-03-02', 24)])).toBeNull();
    expect(dutyMetOn([from('2026-03-02', 15, '2026-03-06'), from('2026-03-09', 10)])).toBeNull();
    expect(dutyMetOn([])).toBeNull();
  });

  it('the agreement may set another figure', () => {
    expect(dutyMetOn([from('2026-03-02', 24)], { fullTimeWeeklyMinutes: 24 * 60 })).toBe('2026-03-02');
  });

  it('a reduced timetable with a reason is enough while it runs', () => {
    const reduced = { firstOn: d('2026-03-04'), lastOn: d('2026-03-13'), weeklyMinutes: 12 * 60, reason: 'Phased return after surgery' };
    expect(dutyMetOn([from('2026-03-02', 12)], { reduced: [reduced] })).toBe('2026-03-04');
    expect(meetsFullTime(d('2026-03-16'), [from('2026-03-02', 12)], { reduced: [reduced] })).toBe(false);
    expect(dutyMetOn([from('2026-03-02', 12)], { reduced: [{ ...reduced, reason: ' ' }] })).toBeNull();
    expect(dutyMetOn([], { reduced: [{ ...reduced, weeklyMinutes: 0 }] })).toBeNull();
  });
});
