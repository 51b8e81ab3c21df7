import { type CalendarDate, addDays, mondayOf } from '@/lib/core/calendar-date';
import { weekdayDateInWords, weekdayDayAndMonth } from '@/lib/core/date-words';
import { attemptCount } from '@/lib/calendars/rules/count-refused';
import type { SchoolDays } from '@/lib/calendars/rules/school-days';
import type { DaySixClock } from '../types';

/** Where a clock stands against its legal due date. */
export type ClockState = 'met' | 'overdue' | 'due_today' | 'this_week' | 'later';

export interface ClockStatus {
  readonly state: ClockState;
  /** School days of exclusion up to today, 0 before day 1, never above `outOf`. */
  readonly dayNumber: number;
  readonly outOf: number;
  /** School days since the due date, up to today or the day it was met; null when the calendar does not reach. */
  readonly schoolDaysLate: number | null;
  /** "Day 4 of 6 · place due Monday 6 October". */
  readonly words: string;
  /** The day-1 target in words, or null when there is none (R36b). */
  readonly targetWords: string | null;
}

/**
 * The state of a clock on a day. `metOn` is the day on which full-time education really started
 * (R36d), never a planned one; a later date than today counts as not met.
 */
export function clockStatus(
  days: SchoolDays,
  clock: DaySixClock,
  at: { readonly today: CalendarDate; readonly metOn: CalendarDate | null },
): ClockStatus {
  const { today } = at;
  const metOn = at.metOn !== null && at.metOn <= today ? at.metOn : null;
  const until = metOn ?? today;
  const schoolDaysLate = daysLate(days, clock.dueOn, until);
  const dayNumber = clock.counted.filter((date) => date <= until).length;
  const outOf = clock.counted.length;
  const about = { clock, today, metOn, schoolDaysLate, dayNumber, outOf };
  const state = stateOf(clock.dueOn, today, metOn);
  return { state, dayNumber, outOf, schoolDaysLate, words: wordsOf(state, about), targetWords: targetWords(days, clock, today, metOn) };
}

/** School days from the due date to a start after it: "starts 2 school days after it is due". 0 when in time, null when the calendar does not reach. */
export function daysLate(days: SchoolDays, dueOn: CalendarDate, startedOn: CalendarDate): number | null {
  const count = attemptCount(() => days.count(addDays(dueOn, 1), startedOn));
  return count.kind === 'counted' ? count.value : null;
}

function stateOf(dueOn: CalendarDate, today: CalendarDate, metOn: CalendarDate | null): ClockState {
  if (metOn !== null) return 'met';
  if (dueOn < today) return 'overdue';
  if (dueOn === today) return 'due_today';
  return mondayOf(dueOn) === mondayOf(today) ? 'this_week' : 'later';
}

function wordsOf(
  state: ClockState,
  about: {
    clock: DaySixClock; today: CalendarDate; metOn: CalendarDate | null;
    schoolDaysLate: number | null; dayNumber: number; outOf: number;
  },
): string {
  const { clock, today, metOn, schoolDaysLate, dayNumber, outOf } = about;
  const due = near(clock.dueOn, today);
  if (state === 'met' && metOn !== null) {
    if (dayNumber === 0) return `Met on ${near(metOn, today)}, before day 1`;
    if (metOn <= clock.dueOn) return `Met on ${near(metOn, today)}, day ${dayNumber} of ${outOf}`;
    return `Met on ${near(metOn, today)}, ${schoolDaysLate ? `${schoolDayCount(schoolDaysLate)} late` : 'late'}`;
  }
  if (state === 'overdue') {
    return `${schoolDaysLate ? `${schoolDayCount(schoolDaysLate)} overdue` : 'Overdue'} · place was due ${due}`;
  }
  const place = state === 'due_today' ? 'place due today' : `place due ${due}`;
  return dayNumber === 0 ? `Day 1 is ${near(clock.firstDay, today)} · ${place}` : `Day ${dayNumber} of ${outOf} · ${place}`;
}

function targetWords(days: SchoolDays, clock: DaySixClock, today: CalendarDate, metOn: CalendarDate | null): string | null {
  const target = clock.dayOneTargetOn;
  if (target === null) return null;
  const until = metOn ?? today;
  if (until < target || (until === target && metOn === null)) {
    return target === today ? 'Day-1 target is today' : `Day-1 target is ${near(target, today)}`;
  }
  if (until === target) return 'Day-1 target met';
  const late = daysLate(days, target, until);
  const by = late ? `, ${schoolDayCount(late)} ago` : '';
  return metOn === null ? `Day-1 target was ${near(target, today)}${by}` : `Day-1 target missed${late ? ` by ${schoolDayCount(late)}` : ''}`;
}

function schoolDayCount(count: number): string {
  return count === 1 ? '1 school day' : `${count} school days`;
}

/** The year is said only when it is not this one. */
function near(date: CalendarDate, today: CalendarDate): string {
  return date.slice(0, 4) === today.slice(0, 4) ? weekdayDayAndMonth(date) : weekdayDateInWords(date);
}
