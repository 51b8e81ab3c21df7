import type { CalendarDate } from '@/lib/core/calendar-date';
import { contains, type DateRange } from '@/lib/core/date-range';

/** R36d: hours a week that count as full time unless the agreement says otherwise, in minutes. */
export const FULL_TIME_WEEKLY_MINUTES = 25 * 60;

/** Education that a pupil really has, between dates; several may run at once. */
export interface EducationHeld extends DateRange {
  /** Minutes a week. */
  readonly weeklyMinutes: number;
}

/** A dated, time-limited reduced timetable with its reason: while it runs, its hours are enough. */
export interface ReducedTimetable extends DateRange {
  readonly lastOn: CalendarDate;
  readonly weeklyMinutes: number;
  readonly reason: string;
}

/**
 * R36d: whether the education in place on a day meets the day-6 duty. Part-time places add up. Less
 * than full time is enough only under a reduced timetable that holds on that day, with a reason.
 */
export function meetsFullTime(
  on: CalendarDate,
  held: readonly EducationHeld[],
  terms: { readonly fullTimeWeeklyMinutes?: number; readonly reduced?: readonly ReducedTimetable[] } = {},
): boolean {
  const minutes = held.filter((part) => contains(part, on)).reduce((sum, part) => sum + part.weeklyMinutes, 0);
  const reduced = (terms.reduced ?? [])
    .filter((timetable) => contains(timetable, on) && timetable.reason.trim() !== '')
    .map((timetable) => timetable.weeklyMinutes);
  return minutes > 0 && minutes >= Math.min(terms.fullTimeWeeklyMinutes ?? FULL_TIME_WEEKLY_MINUTES, ...reduced);
}

/** The first date on which the duty is met: when full-time education starts, not when it is agreed. Null when it never is. */
export function dutyMetOn(
  held: readonly EducationHeld[],
  terms: { readonly fullTimeWeeklyMinutes?: number; readonly reduced?: readonly ReducedTimetable[] } = {},
): CalendarDate | null {
  const starts = [...held, ...(terms.reduced ?? [])].map((range) => range.firstOn).sort();
  return starts.find((date) => meetsFullTime(date, held, terms)) ?? null;
}
