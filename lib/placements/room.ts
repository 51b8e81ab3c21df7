import type { Calendars } from '@/lib/calendars/store';
import { type CalendarDate, maxDate, minDate } from '@/lib/core/calendar-date';
import { contains } from '@/lib/core/date-range';
import { dateInWords, weekdayDateInWords } from '@/lib/core/date-words';
import { conflict } from '@/lib/core/refusal';
import type { KeptSite } from '@/lib/providers/store';
import type { ReadTx } from '@/lib/server/unit-of-work';
import { daysWithoutRoom, earliestStart, occupancyOf, type SiteOccupancy } from './rules/capacity';
import { daysAboveOnePlace } from './rules/pupil-share';
import { type KeptPlacement, loadPlacements } from './store';
import type { HeldPlacement, PlaceKind } from './types';

/** School days of a site in a span: its calendar's, less the days on which the site is closed. Empty beyond the loaded years. */
export function siteSchoolDays(calendars: Calendars, site: KeptSite, firstOn: CalendarDate, lastOn: CalendarDate): CalendarDate[] {
  const days = calendars.forSite(site.id);
  const known = days.calendar.years.flatMap((year) => year.terms.map((term) => term.lastOn));
  const first = days.calendar.years.flatMap((year) => year.terms.map((term) => term.firstOn)).reduce(minDate, lastOn);
  const until = known.reduce(maxDate, firstOn);
  return days.schoolDaysBetween(maxDate(first, firstOn), minDate(until, lastOn)).filter((day) => !site.closures.some((closure) => contains(closure, day)));
}

export function siteOccupancy(
  calendars: Calendars, site: KeptSite, placements: readonly HeldPlacement[], firstOn: CalendarDate, lastOn: CalendarDate,
): SiteOccupancy {
  return occupancyOf({
    siteId: site.id, schoolDays: siteSchoolDays(calendars, site, firstOn, lastOn), places: site.places,
    overNumber: site.overNumber, placements: placements.filter((one) => one.siteId === site.id),
  });
}

/**
 * Refuses, under the locks of pupil and site, a placement for which there is no room: a place that is no longer free
 * on every day (with where one of the kind is free instead), or a share that would make more than one whole place for
 * the pupil. `except` are the ids of placements that the act itself replaces.
 */
export async function refuseUnlessRoom(
  tx: ReadTx, calendars: Calendars, sites: readonly KeptSite[], candidate: HeldPlacement, except: readonly string[] = [],
): Promise<void> {
  const site = sites.find((one) => one.id === candidate.siteId);
  if (!site) throw conflict('This site is not one of the authority');
  const wanted = { ...candidate, kind: candidate.placeKind };
  const near = (await loadPlacements(tx, wanted.firstOn, wanted.lastOn, { atOrOf: wanted })).filter((one) => !except.includes(one.id));
  const others = near.filter((one) => one.siteId === wanted.siteId);
  const full = daysWithoutRoom(siteOccupancy(calendars, site, others, wanted.firstOn, wanted.lastOn), wanted);
  if (full[0]) {
    const everywhere = await loadPlacements(tx, wanted.firstOn, wanted.lastOn);
    // The site that the pupil would leave is no alternative.
    const left = everywhere.filter((one) => except.includes(one.id) && one.siteId !== site.id).map((one) => one.siteId);
    throw conflict(
      `The place at ${site.name} has gone: it is not free on ${full.length} ${full.length === 1 ? 'school day' : 'school days'}, first ${weekdayDateInWords(full[0].on)}`,
      alternatives(calendars, sites.filter((one) => !left.includes(one.id)), everywhere, wanted),
    );
  }
  const own = near.filter((one) => one.pupilId === candidate.pupilId);
  const double = daysAboveOnePlace([...own, candidate])[0];
  if (double) {
    throw conflict(`This pupil already has a place: together they would make more than one whole place from ${dateInWords(double.firstOn)}`, [
      'End or shorten the other placement first, or take a smaller share',
    ]);
  }
}

interface Wanted {
  readonly kind: PlaceKind;
  readonly shareTenths: number;
  readonly firstOn: CalendarDate;
  readonly lastOn: CalendarDate;
  /** Sites of the other phase are none; left out, any site may be. */
  readonly phase?: HeldPlacement['phase'];
}

function takesPhase(site: KeptSite, phase: HeldPlacement['phase']): boolean {
  return phase === undefined || (phase === 'secondary' ? site.high_year >= 7 : site.low_year < 7);
}

export function alternatives(calendars: Calendars, sites: readonly KeptSite[], placements: readonly KeptPlacement[], wanted: Wanted): string[] {
  const free = sites.filter((site) => takesPhase(site, wanted.phase)).flatMap((site) => {
    const start = earliestStart(siteOccupancy(calendars, site, placements, wanted.firstOn, wanted.lastOn), wanted);
    return start === null ? [] : [{ name: site.name, start }];
  }).sort((a, b) => (a.start === b.start ? a.name.localeCompare(b.name) : a.start < b.start ? -1 : 1));
  if (free.length === 0) return ['No other site has a place of this kind in these days: record interim education, or authorise a place over number'];
  return free.slice(0, 3).map((one) => `${one.name} has a place of this kind free from ${dateInWords(one.start)}`);
}
