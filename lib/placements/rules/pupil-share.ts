import { addDays, type CalendarDate } from '@/lib/core/calendar-date';
import { contains } from '@/lib/core/date-range';
import type { CountedPlacement } from '../types';
import { standsOn, WHOLE_PLACE_TENTHS } from './counting-weight';
import { compareReferences } from './stays';

/** Days in a row on which a pupil's placements together are more than one whole place. */
export interface DoublePlaced {
  readonly firstOn: CalendarDate;
  readonly lastOn: CalendarDate;
  readonly tenths: number;
  readonly references: readonly string[];
}

/**
 * Where one pupil's placements add up to more than one whole place on any calendar day, in order of days;
 * empty when they never do. Cancelled placements take nothing.
 *
 * @param placements of one pupil, at whatever sites
 */
export function daysAboveOnePlace(placements: readonly CountedPlacement[]): DoublePlaced[] {
  const held = placements.filter((placement) => standsOn('held', placement.state));
  const edges = [...new Set(held.flatMap(({ firstOn, lastOn }) => [firstOn, addDays(lastOn, 1)]))].sort();
  return edges.flatMap((firstOn, index) => {
    const next = edges[index + 1];
    if (next === undefined) return [];
    const here = held.filter((placement) => contains(placement, firstOn));
    const tenths = here.reduce((sum, placement) => sum + placement.shareTenths, 0);
    if (tenths <= WHOLE_PLACE_TENTHS) return [];
    return [{ firstOn, lastOn: addDays(next, -1), tenths, references: here.map(({ reference }) => reference).sort(compareReferences) }];
  });
}
