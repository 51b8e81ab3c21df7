import type { DueGroup } from '@/lib/exclusions/types';
import type { NextStepKind, Route, WaitingRow } from '../types';

/** What the address asks the list for; null asks for all. */
export interface WaitingFilter {
  readonly due: DueGroup | null;
  readonly route: Route | null;
  /** The slug of a partnership, or `authority` for pupils whom no quota carries. */
  readonly partnership: string | null;
  readonly flag: string | null;
  readonly step: NextStepKind | null;
}

/** The day a row is ordered by: the earlier of the legal due date and the day-1 target; without a clock the date wanted. */
function orderKey(row: WaitingRow): string {
  if (row.duty.kind === 'clock') return `0 ${row.duty.clock.effectiveDueOn} ${row.duty.clock.dueOn}`;
  return `1 ${row.wantedFrom ?? '9999-12-31'}`;
}

/** Clocks first, by the earlier of the legal due date and the day-1 target; then those without a clock, by the date wanted. */
export function inWaitingOrder(rows: readonly WaitingRow[]): WaitingRow[] {
  return [...rows].sort((a, b) => {
    const [left, right] = [`${orderKey(a)} ${a.pupilName}`, `${orderKey(b)} ${b.pupilName}`];
    return left < right ? -1 : left > right ? 1 : 0;
  });
}

export function matchesFilter(row: WaitingRow, filter: WaitingFilter): boolean {
  return (filter.due === null || row.due === filter.due)
    && (filter.route === null || row.route === filter.route)
    && (filter.partnership === null || (row.quota?.slug ?? 'authority') === filter.partnership)
    && (filter.flag === null || row.flags.some((flag) => flag.code === filter.flag))
    && (filter.step === null || row.next.kind === filter.step);
}

export type WaitingCounts = Readonly<Record<Exclude<DueGroup, 'met'>, number>>;

/** How many pupils stand in each group by the legal due date. */
export function countByDue(rows: readonly WaitingRow[]): WaitingCounts {
  const count = (due: DueGroup): number => rows.filter((row) => row.due === due).length;
  return { overdue: count('overdue'), due_today: count('due_today'), this_week: count('this_week'), later: count('later'), no_clock: count('no_clock') };
}
