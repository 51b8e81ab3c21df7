import type { CalendarDate } from '@/lib/core/calendar-date';
import type { PlacementSeen, WhereAndNext } from '../rules/pupil-next';

/** Where a pupil is, for officers: one for whom nothing is asked and nothing planned is not "without a place yet". */
export function whereNow(found: WhereAndNext, isWaiting: boolean, isPlanned: boolean): WhereAndNext {
  return isWaiting || isPlanned || found.until !== null ? found : { where: 'In no place through Fairplace', until: null, next: 'No place is asked for' };
}

/** True while a placement stands that has not ended. */
export function isPlanned(placements: readonly PlacementSeen[], today: CalendarDate): boolean {
  return placements.some((one) => one.state !== 'cancelled' && one.state !== 'left' && one.lastOn >= today);
}
