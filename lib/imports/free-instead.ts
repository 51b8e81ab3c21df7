import { loadCalendars } from '@/lib/calendars/store';
import { maxDate, minDate } from '@/lib/core/calendar-date';
import { weekdayDateInWords } from '@/lib/core/date-words';
import { alternatives, siteOccupancy } from '@/lib/placements/room';
import { daysWithoutRoom } from '@/lib/placements/rules/capacity';
import { loadPlacements } from '@/lib/placements/store';
import { loadSites } from '@/lib/providers/store';
import type { ReadTx } from '@/lib/server/unit-of-work';
import type { NewPlacement } from './insert-placements';

/** What to say of a placement for which there is no place: on which days, and where a place of the kind is free. */
export interface NoPlace {
  readonly problem: string;
  readonly lines: readonly string[];
}

/** For the placements of a file that the database refused, by their ids; none where the school days do not show why. */
export async function freeInstead(tx: ReadTx, refused: readonly NewPlacement[]): Promise<Map<string, NoPlace>> {
  const found = new Map<string, NoPlace>();
  const wanted = refused.map((one) => ({
    id: one.id, siteId: one.siteId, kind: one.placeKind, shareTenths: one.shareTenths, firstOn: one.startedOn ?? one.plannedFirstOn, lastOn: one.plannedLastOn,
  }));
  const [first] = wanted;
  if (first === undefined) return found;
  const [calendars, sites] = [await loadCalendars(tx), await loadSites(tx)];
  const placements = await loadPlacements(tx, wanted.map((one) => one.firstOn).reduce(minDate), wanted.map((one) => one.lastOn).reduce(maxDate));
  const known = new Map<string, NoPlace | null>();
  for (const { id, ...one } of wanted) {
    const key = Object.values(one).join(' ');
    const site = sites.find((each) => each.id === one.siteId);
    if (!known.has(key) && site) {
      const full = daysWithoutRoom(siteOccupancy(calendars, site, placements, one.firstOn, one.lastOn), one);
      known.set(key, full[0] === undefined ? null : {
        problem: `${site.name} has no free place of this kind on ${full.length} school ${full.length === 1 ? 'day' : 'days'}, first ${weekdayDateInWords(full[0].on)}`,
        lines: alternatives(calendars, sites, placements, one),
      });
    }
    const words = known.get(key);
    if (words) found.set(id, words);
  }
  return found;
}
