import type { CalendarDate } from '@/lib/core/calendar-date';
import { addDays, daysBetween } from '@/lib/core/calendar-date';
import { weekdayDateWords } from '@/components/ui/date-words';
import type { Tone } from '@/components/ui/tone-shape';

/** Days the count skips, and why: "weekend", "half-term", "INSET day". Both ends included. */
export interface LeftOutDays {
  readonly firstOn: CalendarDate;
  readonly lastOn: CalendarDate;
  readonly reason: string;
}

/** A school-day clock with everything that was counted. */
export interface RunningClock {
  readonly kind: 'running';
  /** What falls due, one or two words: "place", "reply", "board meeting". */
  readonly what: string;
  /** Day 1 first; the last one is the due date. Never empty. */
  readonly counted: readonly CalendarDate[];
  readonly leftOut: readonly LeftOutDays[];
  /** Whole school days from the due date to today; 0 unless it has passed. */
  readonly lateSchoolDays: number;
  /** Why day 1 is that day: "Excluded at 10:00, before the afternoon session began, so that day is day 1." */
  readonly startsBecause: string;
  /** Whose calendar: "Wales High School, demonstration calendar 2025/26". */
  readonly calendar: string;
  readonly rule: { readonly text: string; readonly source: string };
  /** Other readings, shown as notes only. */
  readonly notes?: readonly string[];
  /** The day it was met; the clock has then stopped. */
  readonly metOn?: CalendarDate;
}

/** No legal clock runs, and why: "Another authority has the duty". */
export interface NoClock {
  readonly kind: 'none';
  readonly reason: string;
}

export type ClockView = RunningClock | NoClock;

export function dueOnOf(clock: RunningClock): CalendarDate {
  const due = clock.counted[clock.counted.length - 1];
  if (!due) throw new RangeError('A clock counts at least one day');
  return due;
}

/** The number of counted days up to and with a date: 4 on day 4, 0 before day 1. */
export function dayNumberOn(clock: RunningClock, on: CalendarDate): number {
  return clock.counted.filter((date) => date <= on).length;
}

/** late: due before today; due: due today; fine: still to come, or met in time. */
export function clockTone(clock: RunningClock, today: CalendarDate): Extract<Tone, 'late' | 'due' | 'fine'> {
  const due = dueOnOf(clock);
  const against = clock.metOn ?? today;
  if (against > due) return 'late';
  if (clock.metOn) return 'fine';
  return due === today ? 'due' : 'fine';
}

function schoolDays(count: number): string {
  return count === 1 ? '1 school day' : `${count} school days`;
}

/** The clock in two parts: "Day 4 of 6" and "place due Monday 6 October". */
export function clockWords(clock: RunningClock, today: CalendarDate): { readonly where: string; readonly due: string } {
  const due = dueOnOf(clock);
  const date = weekdayDateWords(due, today);
  const size = clock.counted.length;
  if (clock.metOn) {
    const met = weekdayDateWords(clock.metOn, today);
    return clock.metOn > due
      ? { where: `Met late, ${met}`, due: `${clock.what} was due ${date}` }
      : { where: `Met in time, ${met}`, due: `${clock.what} was due ${date}` };
  }
  if (today > due) {
    const where = clock.lateSchoolDays === 0 ? 'Overdue' : `${schoolDays(clock.lateSchoolDays)} late`;
    return { where, due: `${clock.what} was due ${date}` };
  }
  const day = dayNumberOn(clock, today);
  if (due === today) return { where: `Day ${size} of ${size}`, due: `${clock.what} due today, ${date}` };
  const first = clock.counted[0];
  if (day === 0 && first) return { where: `Day 1 is ${weekdayDateWords(first, today)}`, due: `${clock.what} due ${date}` };
  return { where: `Day ${day} of ${size}`, due: `${clock.what} due ${date}` };
}

export type ClockRow =
  | { readonly kind: 'counted'; readonly day: number; readonly on: CalendarDate }
  | { readonly kind: 'leftOut'; readonly firstOn: CalendarDate; readonly lastOn: CalendarDate; readonly reason: string };

/** Counted days and days left out in date order; runs of days left out for one reason that touch are one row. */
export function clockRows(clock: RunningClock): ClockRow[] {
  const counted: ClockRow[] = clock.counted.map((on, index) => ({ kind: 'counted', day: index + 1, on }));
  const leftOut: ClockRow[] = clock.leftOut.map((days) => ({ kind: 'leftOut', ...days }));
  const startOf = (row: ClockRow) => (row.kind === 'counted' ? row.on : row.firstOn);
  const rows: ClockRow[] = [];
  for (const row of [...counted, ...leftOut].sort((a, b) => (startOf(a) < startOf(b) ? -1 : 1))) {
    const last = rows[rows.length - 1];
    if (row.kind === 'leftOut' && last?.kind === 'leftOut' && last.reason === row.reason && addDays(last.lastOn, 1) >= row.firstOn) {
      rows[rows.length - 1] = { ...last, lastOn: row.lastOn > last.lastOn ? row.lastOn : last.lastOn };
    } else {
      rows.push(row);
    }
  }
  return rows;
}

/** Calendar days in a run, for the words beside it. */
export function lengthOf(days: { firstOn: CalendarDate; lastOn: CalendarDate }): number {
  return daysBetween(days.firstOn, days.lastOn) + 1;
}
