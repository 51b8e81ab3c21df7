import { minDate } from '@/lib/core/calendar-date';
import { onSchoolDay } from '@/lib/calendars/rules/count-working';
import { attemptCount } from '@/lib/calendars/rules/count-refused';
import type { SchoolDays } from '@/lib/calendars/rules/school-days';
import type { CountWorking } from '@/lib/calendars/types';
import type { DaySixClock, DaySixDuty, DutyFacts, DutyHolder, ExclusionMoment } from '../types';
import { firstDayOfExclusion } from './first-day';
import { noDaySixDuty } from './no-duty';

/** Education is due on this school day of exclusion, day 1 counted. */
export const DAY_SIX = 6;

/**
 * The day-6 duty after a permanent exclusion: the home authority's (R36a, EA96 s.19(3A)). Due on
 * the sixth school day of exclusion, day 1 counted (the strict reading); the late reading, one
 * school day on, is a note. `days` are the excluding school's. A calendar that does not reach gives
 * `refused` with a message for people.
 */
export function daySixDutyOfPermanentExclusion(days: SchoolDays, moment: ExclusionMoment, facts: DutyFacts): DaySixDuty {
  const counted = attemptCount(() => {
    const { firstDay, before } = firstDayOfExclusion(days, moment);
    return onSchoolDay(days, { startedOn: moment.excludedOn, firstDay, n: DAY_SIX, rule: 'R36a', before });
  });
  if (counted.kind === 'refused') return { kind: 'refused', message: counted.refusal.message };
  const working = counted.value;
  const noDuty = noDaySixDuty(facts, working.dueOn);
  if (noDuty) return { kind: 'no_duty', ...noDuty };
  const late = attemptCount(() => days.nthSchoolDayAfter(working.firstDay, DAY_SIX));
  const lateReadingOn = late.kind === 'counted' ? late.value : null;
  return { kind: 'clock', clock: daySixClock(working, { dutyHolder: 'home_authority', lateReadingOn, facts }) };
}

/** Adds to a count who holds the duty and the day-1 target of R36b. */
export function daySixClock(
  working: CountWorking,
  about: { dutyHolder: DutyHolder; lateReadingOn: DaySixClock['lateReadingOn']; facts: DutyFacts },
): DaySixClock {
  const { dutyHolder, lateReadingOn, facts } = about;
  const dayOneTargetOn = facts.lookedAfter || facts.socialWorker ? working.firstDay : null;
  const effectiveDueOn = dayOneTargetOn === null ? working.dueOn : minDate(dayOneTargetOn, working.dueOn);
  return { ...working, dutyHolder, lateReadingOn, dayOneTargetOn, effectiveDueOn };
}
