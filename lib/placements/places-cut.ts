import { loadCalendars } from '@/lib/calendars/store';
import { type CalendarDate, calendarDate } from '@/lib/core/calendar-date';
import { type KeptSite, spansOfPlaces } from '@/lib/providers/store';
import type { ReadTx } from '@/lib/server/unit-of-work';
import { daysInTheWay } from './days-in-the-way';
import { siteOccupancy } from './room';
import { daysOverPlaces } from './rules/capacity';
import { loadPlacements } from './store';
import type { PlaceKind } from './types';

/** Beyond any planned end; only days the calendars know are looked at. */
const FAR = calendarDate('2199-12-31');

/** Why a number of places is too low. */
export interface PlacesCut {
  /** `1 place is fewer than are taken on 79 school days`. */
  readonly words: string;
  /** The days with the placements in the way, a line for each run of days. */
  readonly lines: readonly string[];
}

/** What stands in the way of a dated number of places; null when all who hold a place keep it. */
export async function placesCut(tx: ReadTx, site: KeptSite, to: { readonly kind: PlaceKind; readonly effectiveOn: CalendarDate; readonly places: number }): Promise<PlacesCut | null> {
  const entry = Math.max(0, ...site.placeEvents.map((event) => event.entry)) + 1;
  const places = spansOfPlaces([...site.placeEvents, { ...to, entry }]);
  const placements = await loadPlacements(tx, to.effectiveOn, FAR, { siteId: site.id });
  const over = daysOverPlaces(siteOccupancy(await loadCalendars(tx), { ...site, places }, placements, to.effectiveOn, FAR)).filter((day) => day.kind === to.kind);
  if (over.length === 0) return null;
  return {
    words: `${to.places === 1 ? '1 place is' : `${to.places} places are`} fewer than are taken on ${over.length} school ${over.length === 1 ? 'day' : 'days'}`,
    lines: await daysInTheWay(tx, over),
  };
}
