import { isMoreThanDays, schoolDaysText } from './half-days';
import type { Notified } from './notice-duties';

/** R15, R30(b): school days of exclusion in one school year. */
export const DAYS_A_YEAR = 45;

export interface CancellingFacts {
  readonly alreadyCancelled: boolean;
  /** Set by the clerk when the board's meeting on reinstatement has been opened. */
  readonly boardMeetingCommenced: boolean;
  /** Sessions out in the school year, over all schools, up to the moment the cancellation takes effect (R15). */
  readonly sessionsOutThisYear: number;
}

export interface CancellingRefusal {
  readonly reason: 'already_cancelled' | 'board_commenced' | 'more_than_45_days';
  readonly words: string;
}

/** Every reason for which the head may not cancel an exclusion (R30, ExR 8A and 17A); an empty list allows it. */
export function cancellingRefusals(facts: CancellingFacts): CancellingRefusal[] {
  const refusals: CancellingRefusal[] = [];
  if (facts.alreadyCancelled) {
    refusals.push({ reason: 'already_cancelled', words: 'This exclusion is cancelled already.' });
  }
  if (facts.boardMeetingCommenced) {
    refusals.push({
      reason: 'board_commenced',
      words: 'The governing board has begun its meeting on reinstatement, so the head can no longer cancel. Record the board\u2019s decision instead.',
    });
  }
  if (isMoreThanDays(facts.sessionsOutThisYear, DAYS_A_YEAR)) {
    refusals.push({
      reason: 'more_than_45_days',
      words: `The pupil will have been excluded for ${schoolDaysText(facts.sessionsOutThisYear)} school days this school year. Above ${DAYS_A_YEAR} an exclusion cannot be cancelled.`,
    });
  }
  return refusals;
}

/** R30: who is told of a cancellation, in writing, with reasons, without delay. */
export function toldOfCancellation(pupil: { readonly socialWorker: boolean; readonly lookedAfter: boolean }): Notified[] {
  const told: Notified[] = ['parent', 'governing_board', 'authority'];
  if (pupil.socialWorker) told.push('social_worker');
  if (pupil.lookedAfter) told.push('virtual_school_head');
  return told;
}
