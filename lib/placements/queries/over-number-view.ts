import type { CalendarDate } from '@/lib/core/calendar-date';
import type { ReadTx } from '@/lib/server/unit-of-work';
import { type PlaceView, placeView } from './place-view';
import type { PupilBrief } from '../types';
import type { WantedAsked, WantedPlace } from './wanted-place';

/** What the page for a place over number shows: the pupil, the period and each site of the right ages with its full days. */
export interface OverNumberView {
  readonly brief: PupilBrief;
  readonly referralReference: string;
  readonly wanted: WantedPlace;
  readonly homeAuthority: PlaceView['homeAuthority'];
  readonly sites: readonly { readonly siteId: string; readonly name: string; readonly fullDays: number; readonly firstFullOn: CalendarDate | null; readonly lastFullOn: CalendarDate | null; readonly freeFrom: CalendarDate | null }[];
}

/** The sites that are only stopped by having no place free; null when there is no such request. */
export async function overNumberView(tx: ReadTx, referralId: string, asked: WantedAsked): Promise<OverNumberView | null> {
  const place = await placeView(tx, referralId, asked);
  if (!place) return null;
  const suitable = [...place.stopped.filter((site) => site.stops.every((stop) => stop.days.length > 0)), ...place.options.filter((option) => option.startOn !== place.wanted.firstOn)];
  return {
    brief: place.brief, referralReference: place.referralReference, wanted: place.wanted, homeAuthority: place.homeAuthority,
    sites: suitable.map((site) => {
      const days = site.stops.flatMap((stop) => stop.days);
      return { siteId: site.siteId, name: site.name, fullDays: days.length, firstFullOn: days[0] ?? null, lastFullOn: days.at(-1) ?? null, freeFrom: site.startOn };
    }),
  };
}
