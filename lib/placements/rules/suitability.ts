import type { CalendarDate } from '@/lib/core/calendar-date';
import { weekdayDateInWords } from '@/lib/core/date-words';
import { earliestStart } from './capacity';
import { distanceInWords, wholeKilometres } from './distance';
import { schoolDaysMissed, stopsFor } from './stops';
import type { PlaceWanted, PupilToPlace, SiteToJudge, Stop } from './suitability-facts';

/** What options are ordered by, and nothing else: suitability and start date, never money. */
export interface Rankable {
  readonly siteId: string;
  readonly name: string;
  readonly needsMet: number;
  readonly languageSupport: boolean;
  /** Null: no start can be offered. */
  readonly earliestStartOn: CalendarDate | null;
  readonly distanceKm: number | null;
}

/** One site judged for one pupil, with the reasons people read. */
export interface SiteOption extends Rankable {
  readonly reasonsFor: readonly string[];
  readonly reasonsAgainst: readonly string[];
  /** Empty when the site can be chosen. */
  readonly stops: readonly Stop[];
}

export interface JudgedSites {
  /** Sites that can be chosen, most suitable first. */
  readonly options: readonly SiteOption[];
  /** Sites that cannot, each with what stops it, by name. */
  readonly stopped: readonly SiteOption[];
}

/** By name as people read it, then by id so that the order never depends on how the sites came. */
const byName = new Intl.Collator('en-GB', { sensitivity: 'variant', numeric: true });

function compareNames(a: Rankable, b: Rankable): number {
  return byName.compare(a.name, b.name) || (a.siteId === b.siteId ? 0 : a.siteId < b.siteId ? -1 : 1);
}

/**
 * Options in the order officers see: needs met, most first; then language support; then the earliest
 * start; then distance in whole kilometres; then name. What is not known comes last.
 */
export function orderOptions<T extends Rankable>(options: readonly T[]): T[] {
  return [...options].sort((a, b) =>
    b.needsMet - a.needsMet
    || Number(b.languageSupport) - Number(a.languageSupport)
    || compareStarts(a.earliestStartOn, b.earliestStartOn)
    || compareDistances(a.distanceKm, b.distanceKm)
    || compareNames(a, b));
}

/** Judges every site for the pupil and orders those that can be chosen. */
export function judgeSites(pupil: PupilToPlace, sites: readonly SiteToJudge[], wanted: PlaceWanted, mayReadMarkers: boolean): JudgedSites {
  const judged = sites.map((site) => judgeSite(pupil, site, wanted, mayReadMarkers));
  return {
    options: orderOptions(judged.filter((option) => option.stops.length === 0)),
    stopped: judged.filter((option) => option.stops.length > 0).sort(compareNames),
  };
}

/** One site for one pupil. */
export function judgeSite(pupil: PupilToPlace, site: SiteToJudge, wanted: PlaceWanted, mayReadMarkers: boolean): SiteOption {
  const met = pupil.needs.filter((need) => site.needs.includes(need.code));
  const unmet = pupil.needs.filter((need) => !site.needs.includes(need.code));
  const languageSupport = pupil.supportLanguage !== null && site.languages.includes(pupil.supportLanguage);
  const earliestStartOn = earliestStart(site.occupancy, wanted);
  const distanceKm = wholeKilometres(pupil.home, site.location);
  const missed = earliestStartOn === null ? 0 : schoolDaysMissed(site, wanted.firstOn, earliestStartOn);
  const reasonsFor = [
    ...met.map((need) => `Meets ${need.name}`),
    ...(languageSupport ? [`Language support in ${pupil.supportLanguage}`] : []),
    ...(earliestStartOn === null ? [] : [`Free on every school day from ${weekdayDateInWords(earliestStartOn)}`]),
    ...(distanceKm === null ? [] : [`Travel: ${distanceInWords(distanceKm)}, straight line`]),
  ];
  const reasonsAgainst = [
    ...unmet.map((need) => `Does not list ${need.name}`),
    ...(pupil.supportLanguage !== null && !languageSupport ? [`No language support in ${pupil.supportLanguage}`] : []),
    ...(missed > 0 ? [`Starts ${missed} ${missed === 1 ? 'school day' : 'school days'} later than asked for: the place is taken until then`] : []),
    ...(distanceKm === null ? ['Travel: distance not known'] : []),
  ];
  return {
    siteId: site.siteId, name: site.name, needsMet: met.length, languageSupport, earliestStartOn, distanceKm, reasonsFor, reasonsAgainst,
    stops: stopsFor(pupil, site, wanted, earliestStartOn, mayReadMarkers),
  };
}

function compareStarts(a: CalendarDate | null, b: CalendarDate | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  return b === null || a < b ? -1 : 1;
}

function compareDistances(a: number | null, b: number | null): number {
  return a === b ? 0 : (a ?? Number.MAX_SAFE_INTEGER) - (b ?? Number.MAX_SAFE_INTEGER);
}
