import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDate, eachDate } from '@/lib/core/calendar-date';
import { withinSchoolDays } from '@/lib/calendars/rules/count-working';
import { SchoolDays, schoolDaysOf } from '@/lib/calendars/rules/school-days';
import type { CountWorking, SchoolCalendar } from '@/lib/calendars/types';
import { daySixDutyOfPermanentExclusion } from '@/lib/exclusions/rules/day-six-clock';
import { boardMeetingDeadline, boardMeetingOnRepresentationsDeadline, panelMeetingDeadline, reviewApplicationDeadline } from '@/lib/exclusions/rules/deadlines';
import { calendarAndDate, withClosure } from '../../support/calendars';
import { dutyFacts } from '../../support/exclusions';
import { cases } from '../../support/cases';

const RUNS = { numRuns: cases() };
const times = fc.constantFrom('09:00', '13:14', '13:15', '15:00');
const closures = fc.record({ after: fc.integer({ min: -10, max: 90 }), length: fc.integer({ min: 0, max: 15 }) });
/** Born 13 years before the event, so that there is always a duty to count for. */
const facts = dutyFacts();

/** Every forward clock of the exclusion rules from one event, by name. */
function forwardClocks(calendar: SchoolCalendar, date: CalendarDate, time: string): Record<string, CountWorking> {
  const days = schoolDaysOf(calendar);
  const bornOn = addDays(date, -13 * 365);
  const duty = daySixDutyOfPermanentExclusion(days, { excludedOn: date, excludedAt: time, afternoonSessionStartsAt: '13:15' }, { ...facts, bornOn });
  if (duty.kind !== 'clock') throw new Error(`No clock: ${JSON.stringify(duty)}`);
  return {
    daySix: duty.clock,
    board15: boardMeetingDeadline(days, date),
    board50: boardMeetingOnRepresentationsDeadline(days, date),
    review: reviewApplicationDeadline(days, date, 'first_class_post'),
    panel: panelMeetingDeadline(days, date, 'by_hand'),
    fairAccess: withinSchoolDays(days, date, 20, 'R42'),
  };
}

describe('clocks that count forward in school days', () => {
  it('fall on a school day of their calendar, and account for every date once', () => {
    fc.assert(fc.property(calendarAndDate, times, ({ calendar, date }, time) => {
      const days = schoolDaysOf(calendar);
      for (const clock of Object.values(forwardClocks(calendar, date, time))) {
        if (!days.isSchoolDay(clock.dueOn)) return false;
        if (clock.counted.at(-1) !== clock.dueOn || clock.counted[0] !== clock.firstDay) return false;
        if (!clock.counted.every((day) => days.isSchoolDay(day))) return false;
        const all = [...clock.counted, ...clock.leftOut.map((day) => day.date)].sort();
        if (all.join() !== eachDate(clock.startedOn, clock.dueOn).join()) return false;
      }
      return true;
    }), RUNS);
  });

  it('never move earlier when a closure is added', () => {
    fc.assert(fc.property(calendarAndDate, times, closures, ({ calendar, date }, time, closure) => {
      const first = addDays(date, closure.after);
      const before = forwardClocks(calendar, date, time);
      const after = forwardClocks(withClosure(calendar, first, addDays(first, closure.length)), date, time);
      return Object.entries(before).every(([name, clock]) => {
        const moved = after[name];
        return moved !== undefined && moved.dueOn >= clock.dueOn && moved.firstDay >= clock.firstDay;
      });
    }), RUNS);
  });

  it('move on by whole school days as the number grows: the nth is the one after the (n-1)th', () => {
    fc.assert(fc.property(calendarAndDate, fc.integer({ min: 2, max: 60 }), ({ calendar, date }, n) => {
      const days = schoolDaysOf(calendar);
      const due = days.nthSchoolDayAfter(date, n);
      return due === days.nthSchoolDayAfter(days.nthSchoolDayAfter(date, n - 1), 1) && days.count(addDays(date, 1), due) === n;
    }), RUNS);
  });

  it('school day number and its inverse agree on every school day', () => {
    fc.assert(fc.property(calendarAndDate, ({ calendar, date }) => {
      const days = schoolDaysOf(calendar);
      const day = days.nextSchoolDayOnOrAfter(date);
      return days.schoolDayByNumber(days.yearOf(day).academicYear, days.schoolDayNumber(day)) === day;
    }), RUNS);
  });

  it('a day is a school day exactly when nothing says why not', () => {
    fc.assert(fc.property(calendarAndDate, ({ calendar, date }) => {
      const days = schoolDaysOf(calendar);
      return days.isSchoolDay(date) === (days.whyNotSchoolDay(date) === null) && days.count(date, date) === (days.isSchoolDay(date) ? 1 : 0);
    }), RUNS);
  });

  it('an afternoon exclusion is never due before a morning one on the same day', () => {
    fc.assert(fc.property(calendarAndDate, ({ calendar, date }) =>
      (forwardClocks(calendar, date, '13:15').daySix?.dueOn ?? '') >= (forwardClocks(calendar, date, '09:00').daySix?.dueOn ?? '')), { numRuns: cases(2_000) });
  });

  it('the generator reaches holidays, closures, INSET days and bank holidays', () => {
    const seen = new Set<string>();
    fc.assert(fc.property(calendarAndDate, ({ calendar, date }) => {
      seen.add(new SchoolDays(calendar).whyNotSchoolDay(date)?.kind ?? 'school day');
    }), { numRuns: 2_000, seed: 20_260_302 });
    expect([...seen].sort()).toEqual(['bank_holiday', 'closure', 'holiday', 'inset', 'school day', 'weekend']);
  });
});
