import { type CalendarDate, maxDate } from '@/lib/core/calendar-date';
import { onSchoolDay } from '@/lib/calendars/rules/count-working';
import { attemptCount } from '@/lib/calendars/rules/count-refused';
import type { SchoolDays } from '@/lib/calendars/rules/school-days';
import type { LeftOutDay } from '@/lib/calendars/types';
import type { DaySixDuty, DutyFacts } from '../types';
import { DAY_SIX, daySixClock } from './day-six-clock';
import { noDaySixDuty } from './no-duty';

/** One suspension as the run sees it: school days from its first (R8) to its last, both included. */
export interface SuspensionSpell {
  readonly reference: string;
  readonly excludedOn: CalendarDate;
  readonly firstDay: CalendarDate;
  readonly lastDay: CalendarDate;
  /** The decision's own day when R8 leaves it out (`firstDayOfExclusion`'s `before`). */
  readonly before?: readonly LeftOutDay[];
}

/** Suspensions that follow on without a school day attended between them (R36). */
export interface SuspensionRun {
  readonly references: readonly string[];
  readonly firstDay: CalendarDate;
  readonly lastDay: CalendarDate;
  /** Consecutive school days of exclusion in the run. */
  readonly schoolDays: number;
  /** Null when the run is shorter than six school days. */
  readonly duty: DaySixDuty | null;
}

/**
 * R36 (SI 2014/3216): back-to-back suspensions of one pupil are one run, a day attended in between
 * breaks it, and full-time education is due from the run's sixth school day: the school's duty, or
 * the maintaining authority's when the pupil is suspended from a PRU that an authority maintains.
 * `days` are the school's. Throws CountRefused when the calendar does not reach a suspension's days.
 */
export function suspensionRuns(
  days: SchoolDays,
  spells: readonly SuspensionSpell[],
  about: { readonly facts: DutyFacts; readonly fromMaintainedPru: boolean },
): SuspensionRun[] {
  const runs: SuspensionSpell[][] = [];
  for (const spell of [...spells].sort((a, b) => (a.firstDay < b.firstDay ? -1 : a.firstDay > b.firstDay ? 1 : 0))) {
    const run = runs.at(-1);
    const isNext = run !== undefined && spell.firstDay <= days.nthSchoolDayAfter(lastDayOf(run), 1);
    if (isNext) run.push(spell);
    else runs.push([spell]);
  }
  return runs.map((run) => describe(days, run, about));
}

function describe(
  days: SchoolDays,
  run: readonly SuspensionSpell[],
  about: { readonly facts: DutyFacts; readonly fromMaintainedPru: boolean },
): SuspensionRun {
  const first = run[0];
  if (!first) throw new RangeError('A run holds at least one suspension');
  const lastDay = lastDayOf(run);
  const schoolDays = days.count(first.firstDay, lastDay);
  return {
    references: run.map((spell) => spell.reference),
    firstDay: first.firstDay,
    lastDay,
    schoolDays,
    duty: schoolDays < DAY_SIX ? null : dutyOf(days, first, about),
  };
}

function dutyOf(
  days: SchoolDays,
  first: SuspensionSpell,
  about: { readonly facts: DutyFacts; readonly fromMaintainedPru: boolean },
): DaySixDuty {
  const counted = attemptCount(() =>
    onSchoolDay(days, {
      startedOn: first.excludedOn, firstDay: first.firstDay, n: DAY_SIX, rule: 'R36', before: first.before ?? [],
    }),
  );
  if (counted.kind === 'refused') return { kind: 'refused', message: counted.refusal.message };
  const noDuty = noDaySixDuty(about.facts, counted.value.dueOn);
  if (noDuty) return { kind: 'no_duty', ...noDuty };
  const dutyHolder = about.fromMaintainedPru ? 'maintaining_authority' : 'school';
  return { kind: 'clock', clock: daySixClock(counted.value, { dutyHolder, lateReadingOn: null, facts: about.facts }) };
}

function lastDayOf(run: readonly SuspensionSpell[]): CalendarDate {
  return run.map((spell) => spell.lastDay).reduce(maxDate);
}
