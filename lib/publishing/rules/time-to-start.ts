import type { CalendarDate } from '@/lib/core/calendar-date';
import { suppressList, SUPPRESSION_THRESHOLD } from './suppression';

/** One permanently excluded pupil whose duty is the authority's (R36a). */
export interface StartCase {
  /** The sixth school day of exclusion. */
  readonly dueOn: CalendarDate;
  /** The first day in a place; null while none has started. */
  readonly startedOn: CalendarDate | null;
  /** School days of exclusion up to the start, day 1 counted: 6 for a start on the due date. Null while none has started. */
  readonly schoolDays: number | null;
}

export interface TimeToStart {
  /** All four in one additive group; null reads as [c]. */
  readonly byDaySix: number | null;
  readonly later: number | null;
  readonly waitingOverdue: number | null;
  readonly waitingInTime: number | null;
  readonly total: number | null;
  /** Median number of the school day of exclusion on which education started; null while fewer than five have started. */
  readonly median: number | null;
}

/** School days from exclusion to start, with counts from 1 to 4 left out (R75): an average resting on fewer than five is left out too. */
export function timeToStart(cases: readonly StartCase[], today: CalendarDate): TimeToStart {
  const started = cases.filter((one) => one.startedOn !== null);
  const counts = [
    started.filter((one) => (one.startedOn ?? '') <= one.dueOn).length,
    started.filter((one) => (one.startedOn ?? '') > one.dueOn).length,
    cases.filter((one) => one.startedOn === null && one.dueOn < today).length,
    cases.filter((one) => one.startedOn === null && one.dueOn >= today).length,
  ];
  const shown = suppressList(counts);
  const [byDaySix = null, later = null, waitingOverdue = null, waitingInTime = null] = shown.counts;
  const days = started.flatMap((one) => one.schoolDays ?? []);
  return { byDaySix, later, waitingOverdue, waitingInTime, total: shown.total, median: days.length < SUPPRESSION_THRESHOLD ? null : median(days) };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] ?? 0 : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
