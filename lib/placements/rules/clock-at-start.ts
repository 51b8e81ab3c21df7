import { weekdayDateInWords } from '@/lib/core/date-words';
import type { DutyView } from '@/lib/exclusions/types';
import { WHOLE_PLACE_TENTHS } from './counting-weight';

/**
 * What becomes of the day-6 clock when a placement starts, for the panel after proposing or moving: it stops at the start
 * of full-time education and not before (R36d), has stopped already for a pupil who only moves, and there may be none.
 *
 * @param shareTenths of the placement with what the pupil has beside it, tenths of full time
 */
export function clockAtStart(clock: DutyView, shareTenths: number): string | null {
  if (clock.kind !== 'clock') return null;
  if (clock.metOn !== null) return `The clock stopped on ${weekdayDateInWords(clock.metOn)}, when full-time education started.`;
  return shareTenths < WHOLE_PLACE_TENTHS
    ? 'The clock does not stop then: this place is part-time, and it stops when full-time education has started.'
    : 'The clock stops then, not before.';
}
