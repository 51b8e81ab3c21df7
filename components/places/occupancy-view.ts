import type { CalendarDate } from '@/lib/core/calendar-date';
import { type DateRange, overlaps } from '@/lib/core/date-range';
import { dateRangeWords, dateWords } from '@/components/ui/date-words';
import { tenthsWords } from '@/components/ui/tenths-words';

/** One school week at one site and kind of place. */
export interface OccupancyWeek {
  /** Monday. */
  readonly firstOn: CalendarDate;
  /** Last school day of the week. */
  readonly lastOn: CalendarDate;
  /** School days of the site in the week; 0 in a holiday. */
  readonly schoolDays: number;
  /** Fewest places free on any school day of the week, in tenths; below zero when more are placed than there are places. */
  readonly fewestFreeTenths: number;
  /** The same of the days asked for alone, in a week in which they begin or end; null when none of them is a school day. */
  readonly askedFewestFreeTenths?: number | null;
  /** Places that day, in tenths. */
  readonly placesTenths: number;
}

export type OccupancyState = 'free' | 'full' | 'over' | 'closed';

export function weekState(week: Pick<OccupancyWeek, 'schoolDays' | 'fewestFreeTenths'>): OccupancyState {
  if (week.schoolDays === 0) return 'closed';
  if (week.fewestFreeTenths < 0) return 'over';
  return week.fewestFreeTenths === 0 ? 'full' : 'free';
}

/** What is read in the table: "3 free", "Full", "Over by 1", "No school". */
export function weekWords(week: OccupancyWeek): string {
  const state = weekState(week);
  if (state === 'closed') return 'No school';
  if (state === 'full') return 'Full';
  if (state === 'over') return `Over by ${tenthsWords(-week.fewestFreeTenths)}`;
  return `${tenthsWords(week.fewestFreeTenths)} free`;
}

/** Weeks by the month their Monday lies in, in order. */
export function weeksByMonth(weeks: readonly OccupancyWeek[]): { month: string; weeks: OccupancyWeek[] }[] {
  const months: { month: string; weeks: OccupancyWeek[] }[] = [];
  for (const week of weeks) {
    const month = week.firstOn.slice(0, 7);
    const last = months[months.length - 1];
    if (last && last.month === month) last.weeks.push(week);
    else months.push({ month, weeks: [week] });
  }
  return months;
}

/** The weeks that the days asked for lie in, each by those days alone where it is known of them. */
export function weeksAskedFor(weeks: readonly OccupancyWeek[], asked: DateRange): OccupancyWeek[] {
  return weeks.filter((week) => overlaps(asked, week)).map((week) => {
    if (week.askedFewestFreeTenths === undefined) return week;
    return week.askedFewestFreeTenths === null ? { ...week, schoolDays: 0 } : { ...week, fewestFreeTenths: week.askedFewestFreeTenths };
  });
}

/** The strip in one sentence: the tightest week, or the weeks that are full or over. */
export function stripSentence(weeks: readonly OccupancyWeek[], nearTo?: CalendarDate): string {
  const open = weeks.filter((week) => week.schoolDays > 0);
  const first = open[0];
  if (!first) return 'No school weeks in this period.';
  const stopped = open.filter((week) => week.fewestFreeTenths <= 0);
  if (stopped.length === open.length) return 'No place free in any week shown.';
  const firstStopped = stopped[0];
  if (firstStopped) {
    const count = stopped.length === 1 ? '1 school week' : `${stopped.length} school weeks`;
    return `No place free in ${count}, first in the week of ${dateWords(firstStopped.firstOn, nearTo)}.`;
  }
  const tightest = open.reduce((least, week) => (week.fewestFreeTenths < least.fewestFreeTenths ? week : least), first);
  const same = open.every((week) => week.fewestFreeTenths === first.fewestFreeTenths);
  const fewest = tenthsWords(tightest.fewestFreeTenths);
  return same ? `${fewest} free in every week shown.` : `At least ${fewest} free in every week, fewest in the week of ${dateWords(tightest.firstOn, nearTo)}.`;
}

/** One day of a site's month. */
export interface OccupancyDay {
  readonly on: CalendarDate;
  /** Null when the site is closed that day, with the reason. */
  readonly takenTenths: number | null;
  readonly placesTenths: number;
  readonly closedReason?: string;
  /** "3 for these needs", when the reader asked for needs. */
  readonly note?: string;
  readonly href?: string;
}

/** What is read of a day: "Available", "Full", "Over 2", "Closed". */
export function dayWords(day: OccupancyDay): string {
  const state = dayState(day);
  if (state === 'closed') return 'Closed';
  if (state === 'over') return `Over ${tenthsWords((day.takenTenths ?? 0) - day.placesTenths)}`;
  return state === 'full' ? 'Full' : 'Available';
}

export function dayState(day: OccupancyDay): OccupancyState {
  if (day.takenTenths === null) return 'closed';
  return weekState({ schoolDays: 1, fewestFreeTenths: day.placesTenths - day.takenTenths });
}

/** "Available from 2 to 6 March. Full on 9 March." Closed days between two days alike do not part them. */
export function rangesSummary(days: readonly OccupancyDay[], nearTo?: CalendarDate): string {
  const runs: { words: string; firstOn: CalendarDate; lastOn: CalendarDate }[] = [];
  for (const day of days) {
    if (day.takenTenths === null) continue;
    const words = dayWords(day);
    const last = runs[runs.length - 1];
    if (last && last.words === words) last.lastOn = day.on;
    else runs.push({ words, firstOn: day.on, lastOn: day.on });
  }
  if (runs.length === 0) return 'No school days in this month.';
  return runs.map((run) => `${run.words} ${run.firstOn === run.lastOn ? 'on' : 'from'} ${dateRangeWords(run.firstOn, run.lastOn, nearTo)}.`).join(' ');
}
