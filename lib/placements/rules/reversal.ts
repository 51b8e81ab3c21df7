import type { CalendarDate } from '@/lib/core/calendar-date';
import type { HeldPlacement, PlacementState } from '../types';

/** States of a placement that a reinstatement or a cancelled exclusion ends. */
export const REVERSED_STATES: readonly PlacementState[] = ['proposed', 'accepted', 'concern', 'not_arrived', 'started'];

/** What becomes of a place when the exclusion it follows from is reversed (R30): one that the pupil is at ends that day, another is cancelled. */
export function endingOf(state: PlacementState): 'ends' | 'cancelled' {
  return state === 'started' ? 'ends' : 'cancelled';
}

/** The same as a change that quota and charge are previewed for. */
export function reversalChange(held: readonly HeldPlacement[], today: CalendarDate): { readonly before: readonly HeldPlacement[]; readonly after: readonly HeldPlacement[] } {
  return { before: held, after: held.filter((one) => endingOf(one.state) === 'ends').map((one) => ({ ...one, lastOn: today, state: 'left' })) };
}

/** The places that end, as text that a form carries, so that nobody confirms the end of one that they did not see. */
export function placesSeen(places: readonly { readonly reference: string; readonly state: PlacementState }[]): string {
  return places.map((one) => `${one.reference} ${endingOf(one.state)}`).sort().join(', ');
}
