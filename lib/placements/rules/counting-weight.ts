import type { CountingRule } from '@/lib/agreements/types';
import { addDays, type CalendarDate } from '@/lib/core/calendar-date';
import type { CountedPlacement, PlacementState } from '../types';
import type { Stay } from './stays';

/** No pupil counts above one whole place on a day: tenths. */
export const WHOLE_PLACE_TENTHS = 10;

/**
 * Whose placements a figure is about. The three are never mixed in one figure:
 * `held` is every place that is taken, whether the pupil has arrived or not; `actual` only pupils
 * who started (and those who left, up to their last day); `planned` only those still to start.
 */
export type UseBasis = 'held' | 'actual' | 'planned';

const STATES_OF: Readonly<Record<UseBasis, readonly PlacementState[]>> = {
  held: ['proposed', 'accepted', 'concern', 'started', 'not_arrived', 'left'],
  actual: ['started', 'left'],
  planned: ['proposed', 'accepted', 'concern'],
};

export function standsOn(basis: UseBasis, state: PlacementState): boolean {
  return STATES_OF[basis].includes(state);
}

/**
 * Tenths of a place that a placement counts on a day, before the cap of one place a pupil: the weight of
 * its kind times its share, rounded half up to a tenth; a whole head has the weight of its kind alone.
 */
export function weightOf(rule: CountingRule, placement: Pick<CountedPlacement, 'countingKind' | 'shareTenths'>): number {
  const weight = rule.weightTenths[placement.countingKind];
  return rule.partTime === 'heads' ? weight : Math.floor((weight * placement.shareTenths + 5) / 10);
}

/**
 * The first and last day on which a stay counts under the agreement's start and end convention.
 * The conventions belong to the stay, not to the placement: a change of site inside a stay frees no day.
 */
export function countedRangeOf(rule: CountingRule, stay: Pick<Stay, 'startOn' | 'lastOn'>): { readonly firstOn: CalendarDate; readonly lastOn: CalendarDate } {
  return {
    firstOn: rule.start === 'day_after_counts' ? addDays(stay.startOn, 1) : stay.startOn,
    lastOn: rule.end === 'last_day_free' ? addDays(stay.lastOn, -1) : stay.lastOn,
  };
}
