import { addDays, type CalendarDate, maxDate } from '@/lib/core/calendar-date';
import { type DateRange, overlaps } from '@/lib/core/date-range';
import { dateInWords, weekdayDateInWords } from '@/lib/core/date-words';
import { yearGroupInWords } from '@/lib/pupils/rules/year-group';
import { daysWithoutRoom } from './capacity';
import { spanOf } from './day-index';
import type { PlaceWanted, PupilToPlace, SiteToJudge, Stop, StopKind } from './suitability-facts';

/**
 * Everything that keeps the pupil from the site, whatever speaks for it.
 *
 * @param startOn the earliest day from which the place is free to the end, or null when there is none
 * @param mayReadMarkers true for officers and the site: others see that a marker stands, and neither its kind nor its reason
 */
export function stopsFor(
  pupil: PupilToPlace,
  site: SiteToJudge,
  wanted: PlaceWanted,
  startOn: CalendarDate | null,
  mayReadMarkers: boolean,
): Stop[] {
  const period = { firstOn: startOn ?? wanted.firstOn, lastOn: wanted.lastOn };
  return [
    ...standingStops(pupil, site, period),
    ...markerStops(pupil, site, period, mayReadMarkers),
    ...roomStops(site, wanted, startOn),
  ];
}

/** What of a pupil and a site the standing stops look at. */
export type PupilStanding = Pick<PupilToPlace, 'yearGroup' | 'age' | 'hasEhcPlan'>;
export type SiteStanding = Pick<SiteToJudge, 'lowYear' | 'highYear' | 'lowAge' | 'highAge' | 'ehcPlanOnly' | 'openedOn' | 'closedOn' | 'suspended'>;

/** What keeps the pupil from the site whoever else is there: year and age, an EHC plan, and the days on which the site is open. */
export function standingStops(pupil: PupilStanding, site: SiteStanding, period: Period): Stop[] {
  return [...rangeStops(pupil, site), ...planStops(pupil, site), ...openStops(site, period)];
}

interface Period {
  readonly firstOn: CalendarDate;
  readonly lastOn: CalendarDate;
}

function planStops(pupil: PupilStanding, site: SiteStanding): Stop[] {
  return site.ehcPlanOnly && !pupil.hasEhcPlan ? [stop('ehc_plan', 'Takes pupils whose EHC plan names it; this pupil has no EHC plan')] : [];
}

function stop(kind: StopKind, words: string, days: readonly CalendarDate[] = []): Stop {
  return { kind, words, days };
}

function rangeStops(pupil: PupilStanding, site: SiteStanding): Stop[] {
  const stops: Stop[] = [];
  if (pupil.yearGroup < site.lowYear || pupil.yearGroup > site.highYear) {
    stops.push(stop('year_group', `Takes ${yearGroupInWords(site.lowYear)} to ${yearGroupInWords(site.highYear)}; this pupil is in ${yearGroupInWords(pupil.yearGroup)}`));
  }
  if (site.lowAge !== undefined && pupil.age < site.lowAge) stops.push(stop('age', `Takes pupils from age ${site.lowAge}; this pupil is ${pupil.age}`));
  if (site.highAge !== undefined && pupil.age > site.highAge) stops.push(stop('age', `Takes pupils up to age ${site.highAge}; this pupil is ${pupil.age}`));
  return stops;
}

function openStops(site: SiteStanding, period: Period): Stop[] {
  const stops: Stop[] = [];
  if (period.firstOn < site.openedOn) stops.push(stop('closed', `Opens on ${dateInWords(site.openedOn)}`));
  if (site.closedOn !== null && site.closedOn <= period.lastOn) {
    stops.push(stop('closed', site.closedOn <= period.firstOn ? `Closed since ${dateInWords(site.closedOn)}` : `Closes on ${dateInWords(site.closedOn)}`));
  }
  for (const range of site.suspended) {
    if (!overlaps(range, period)) continue;
    const until = range.lastOn === null ? 'until further notice' : `until ${dateInWords(range.lastOn)}`;
    stops.push(stop('suspended', `Suspended from ${dateInWords(range.firstOn)} ${until}`));
  }
  return stops;
}

const HIDDEN_MARKER = 'A marker keeps this pupil from the site';

function markerStops(pupil: PupilToPlace, site: SiteToJudge, period: DateRange, mayReadMarkers: boolean): Stop[] {
  const notAt = pupil.notAt
    .filter((marker) => marker.siteId === site.siteId && overlaps(marker, period))
    .map((marker) => stop('not_at', mayReadMarkers ? `Not at this site: ${marker.reason}` : HIDDEN_MARKER));
  const notWith = pupil.notWith.flatMap((marker) => {
    const together = site.occupancy.placements.filter((placement) =>
      placement.pupilId === marker.otherPupilId && overlaps(placement, period) && overlaps(placement, marker) && overlaps(marker, period));
    if (together.length === 0) return [];
    const until = together.map((placement) => placement.lastOn).reduce(maxDate);
    return [stop('not_with', mayReadMarkers
      ? `Not with a pupil who has a place here until ${dateInWords(until)}: ${marker.reason}`
      : HIDDEN_MARKER)];
  });
  const stops = [...notAt, ...notWith];
  // To those without the right one marker looks like any other, and like two.
  return mayReadMarkers ? stops : stops.slice(0, 1).map(({ words }) => stop('not_at', words));
}

function roomStops(site: SiteToJudge, wanted: PlaceWanted, startOn: CalendarDate | null): Stop[] {
  if (!spanOf(site.occupancy.schoolDays, wanted.firstOn, wanted.lastOn)) {
    return [stop('no_school_day', `No school day between ${dateInWords(wanted.firstOn)} and ${dateInWords(wanted.lastOn)}`)];
  }
  if (startOn !== null && !wanted.startIsFixed) return [];
  const days = daysWithoutRoom(site.occupancy, wanted).map((day) => day.on);
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  if (days.length === 1) return [stop('full', `Full on ${weekdayDateInWords(first)}`, days)];
  const later = startOn === null ? '' : `; free on every day from ${weekdayDateInWords(startOn)}`;
  return [stop('full', `Full on ${days.length} school days, first ${weekdayDateInWords(first)}, last ${weekdayDateInWords(last)}${later}`, days)];
}

/** School days of the site from the day wanted to the day before the start: what a later start costs the pupil. */
export function schoolDaysMissed(site: SiteToJudge, wantedOn: CalendarDate, startOn: CalendarDate): number {
  const span = spanOf(site.occupancy.schoolDays, wantedOn, addDays(startOn, -1));
  return span ? span.to - span.from + 1 : 0;
}
