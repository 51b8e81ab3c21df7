import { type CalendarDate, addDays } from '@/lib/core/calendar-date';
import { dateInWords, weekdayDateInWords } from '@/lib/core/date-words';
import { withinSchoolDays } from '@/lib/calendars/rules/count-working';
import type { SchoolDays } from '@/lib/calendars/rules/school-days';
import type { Delivery } from '@/lib/calendars/rules/working-days';
import type { CountWorking } from '@/lib/calendars/types';
import { reviewApplicationDeadline } from './deadlines';

/** What has happened since the permanent exclusion, as far as the roll turns on it. */
export interface RollFacts {
  /** Notice of the board's decision not to reinstate; null until it is sent. */
  readonly decisionNotice: { readonly sentOn: CalendarDate; readonly delivery: Delivery } | null;
  /** The day the parents said in writing that they will not apply for a review. */
  readonly reviewDeclinedOn: CalendarDate | null;
  /** An application for review, the day it was made (R12), and when it and any reconsideration were finished or abandoned. */
  readonly review: { readonly appliedOn: CalendarDate; readonly concludedOn: CalendarDate | null } | null;
  /** A disability claim at the First-tier Tribunal, finally decided: it opens 15 further school days (R31). */
  readonly tribunalDecidedOn: CalendarDate | null;
  readonly reinstated: boolean;
}

export type RollRemoval =
  | { readonly kind: 'not_yet'; readonly words: string }
  | { readonly kind: 'never'; readonly words: string }
  | { readonly kind: 'from'; readonly earliestOn: CalendarDate; readonly words: string; readonly deadline: CountWorking | null };

/**
 * R35 (AttR reg 9(1)(o)): the earliest day on which a permanently excluded pupil's name may leave
 * the excluding school's roll. `deadline` shows the review period's working where the answer rests
 * on it. Quota and place counts do not wait for this. Throws CountRefused beyond the calendar.
 */
export function rollRemoval(days: SchoolDays, facts: RollFacts): RollRemoval {
  if (facts.reinstated) return { kind: 'never', words: 'Stays on roll: the pupil was reinstated' };
  if (!facts.decisionNotice) return { kind: 'not_yet', words: 'Stays on roll until the governing board has decided and given notice' };
  const { sentOn, delivery } = facts.decisionNotice;
  const deadline = lastDayToApply(days, reviewApplicationDeadline(days, sentOn, delivery), facts.tribunalDecidedOn);
  if (facts.review && facts.review.appliedOn <= deadline.dueOn) {
    const { concludedOn } = facts.review;
    return concludedOn === null
      ? { kind: 'not_yet', words: 'Stays on roll until the review and any reconsideration are finished or abandoned' }
      : from(concludedOn, 'the review and any reconsideration are finished or abandoned', null);
  }
  if (facts.reviewDeclinedOn !== null && facts.reviewDeclinedOn <= deadline.dueOn) {
    return from(facts.reviewDeclinedOn, 'the parents said in writing that they will not apply for a review', null);
  }
  return from(addDays(deadline.dueOn, 1), `no review was applied for by ${dateInWords(deadline.dueOn)}`, deadline);
}

/** R31: 15 school days after notice, or after a tribunal finally decided a disability claim, when that ends later. */
function lastDayToApply(days: SchoolDays, ordinary: CountWorking, tribunalDecidedOn: CalendarDate | null): CountWorking {
  if (tribunalDecidedOn === null) return ordinary;
  const extended = withinSchoolDays(days, tribunalDecidedOn, 15, 'R31');
  return extended.dueOn > ordinary.dueOn ? extended : ordinary;
}

/** Whether the pupil still counts as the excluding school's own on a day (on its roll, R35). */
export function isOnRoll(removedOn: CalendarDate | null, on: CalendarDate): boolean {
  return removedOn === null || on < removedOn;
}

function from(earliestOn: CalendarDate, because: string, deadline: CountWorking | null): RollRemoval {
  return { kind: 'from', earliestOn, deadline, words: `May leave the roll from ${weekdayDateInWords(earliestOn)}: ${because}` };
}
