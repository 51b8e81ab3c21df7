import type { CalendarDate } from '@/lib/core/calendar-date';
import { contains } from '@/lib/core/date-range';
import { type HeldPlacement, type OverNumber, PLACE_KINDS, type PlaceKind, type SitePlaces } from '../types';
import { standsOn } from './counting-weight';
import { lastIndexTo, firstIndexFrom, spanOf, totalsByDay } from './day-index';
import { compareReferences } from './stays';

/** What the occupancy of a site is worked out from. */
export interface SiteFacts {
  readonly siteId: string;
  /**
   * School days of the site's own calendar, in order, over the days asked about. A day on which the
   * site is closed is left out of them and ends no placement.
   */
  readonly schoolDays: readonly CalendarDate[];
  readonly places: readonly SitePlaces[];
  readonly overNumber: readonly OverNumber[];
  /** Placements at the site; cancelled ones take nothing. */
  readonly placements: readonly HeldPlacement[];
}

/** Places and what is taken of them, in tenths, one figure for each school day of the site. */
export interface OccupancySeries {
  readonly placesTenths: readonly number[];
  readonly overNumberTenths: readonly number[];
  readonly takenTenths: readonly number[];
}

/** How full a site is on each of its school days, by kind of place and in total. */
export interface SiteOccupancy {
  readonly siteId: string;
  readonly schoolDays: readonly CalendarDate[];
  readonly byKind: Readonly<Record<PlaceKind, OccupancySeries>>;
  readonly total: OccupancySeries;
  readonly placements: readonly HeldPlacement[];
}

/** A day on which a place cannot be had, with the placements that take the places. */
export interface FullDay {
  readonly on: CalendarDate;
  readonly kind: PlaceKind;
  /** Tenths of a place missing. */
  readonly shortTenths: number;
  readonly references: readonly string[];
}

/** How full the site is. A placement takes its share on every day from its first to its last, both included. */
export function occupancyOf(site: SiteFacts): SiteOccupancy {
  const days = site.schoolDays;
  const held = site.placements.filter((placement) => standsOn('held', placement.state));
  const sumOf = (rows: readonly { readonly firstOn: CalendarDate; readonly lastOn: CalendarDate | null; readonly tenths: number }[]) =>
    totalsByDay(days.length, rows.flatMap(({ firstOn, lastOn, tenths }) => {
      const span = spanOf(days, firstOn, lastOn);
      return span ? [{ span, amount: tenths }] : [];
    }));
  const seriesOf = (kind: PlaceKind): OccupancySeries => ({
    placesTenths: sumOf(site.places.filter((row) => row.kind === kind).map((row) => ({ ...row, tenths: row.places * 10 }))),
    overNumberTenths: sumOf(site.overNumber.filter((row) => row.kind === kind).map((row) => ({ ...row, tenths: row.places * 10 }))),
    takenTenths: sumOf(held.filter((row) => row.placeKind === kind).map((row) => ({ ...row, tenths: row.shareTenths }))),
  });
  const byKind = { day6: seriesOf('day6'), preventative: seriesOf('preventative'), reserve: seriesOf('reserve') };
  const summed = (pick: (series: OccupancySeries) => readonly number[]) =>
    days.map((_, index) => PLACE_KINDS.reduce((sum, kind) => sum + (pick(byKind[kind])[index] ?? 0), 0));
  const total = {
    placesTenths: summed((series) => series.placesTenths),
    overNumberTenths: summed((series) => series.overNumberTenths),
    takenTenths: summed((series) => series.takenTenths),
  };
  return { siteId: site.siteId, schoolDays: days, byKind, total, placements: held };
}

/**
 * Tenths of a place of a kind that can still be taken on the school day at a position: bounded by the
 * kind and by the site in total, authorised over-number included. Below zero when more is taken than there is.
 */
export function freeTenthsAt(occupancy: SiteOccupancy, kind: PlaceKind, index: number): number {
  return Math.min(roomAt(occupancy.byKind[kind], index), roomAt(occupancy.total, index));
}

/** {@link freeTenthsAt} on a date; null when it is no school day of the site. */
export function freeTenthsOn(occupancy: SiteOccupancy, kind: PlaceKind, on: CalendarDate): number | null {
  const index = firstIndexFrom(occupancy.schoolDays, on);
  return occupancy.schoolDays[index] === on ? freeTenthsAt(occupancy, kind, index) : null;
}

/**
 * The school days from `firstOn` to `lastOn` on which a share of a place of the kind is not free, each with the
 * references in the way; empty when it can be had on every day.
 */
export function daysWithoutRoom(
  occupancy: SiteOccupancy,
  wanted: { readonly kind: PlaceKind; readonly shareTenths: number; readonly firstOn: CalendarDate; readonly lastOn: CalendarDate },
): FullDay[] {
  return fullDays(occupancy, wanted.kind, wanted.shareTenths, wanted.firstOn, wanted.lastOn);
}

/**
 * The days on which more is taken than there is, with the placements concerned. A cut in places is
 * allowed when the occupancy worked out with the new places has none.
 */
export function daysOverPlaces(occupancy: SiteOccupancy): FullDay[] {
  const [firstOn, lastOn] = [occupancy.schoolDays[0], occupancy.schoolDays.at(-1)];
  if (firstOn === undefined || lastOn === undefined) return [];
  return PLACE_KINDS.flatMap((kind) => fullDays(occupancy, kind, 0, firstOn, lastOn))
    .sort((a, b) => (a.on === b.on ? PLACE_KINDS.indexOf(a.kind) - PLACE_KINDS.indexOf(b.kind) : a.on < b.on ? -1 : 1));
}

/**
 * The earliest school day of the site, from `firstOn`, from which the share is free on every one of its school
 * days to `lastOn`. Null when there is none, also when the site has no school day in the period.
 */
export function earliestStart(
  occupancy: SiteOccupancy,
  wanted: { readonly kind: PlaceKind; readonly shareTenths: number; readonly firstOn: CalendarDate; readonly lastOn: CalendarDate },
): CalendarDate | null {
  const span = spanOf(occupancy.schoolDays, wanted.firstOn, wanted.lastOn);
  if (!span) return null;
  let index = span.to;
  while (index >= span.from && freeTenthsAt(occupancy, wanted.kind, index) >= wanted.shareTenths) index -= 1;
  return index === span.to ? null : occupancy.schoolDays[index + 1] ?? null;
}

/** The least that is free on any school day of a period, in tenths; null when the site has no school day in it. */
export function leastFreeTenths(occupancy: SiteOccupancy, kind: PlaceKind, firstOn: CalendarDate, lastOn: CalendarDate): number | null {
  const from = firstIndexFrom(occupancy.schoolDays, firstOn);
  const to = lastIndexTo(occupancy.schoolDays, lastOn);
  let least: number | null = null;
  for (let index = from; index <= to; index += 1) {
    const free = freeTenthsAt(occupancy, kind, index);
    least = least === null ? free : Math.min(least, free);
  }
  return least;
}

function roomAt(series: OccupancySeries, index: number): number {
  return (series.placesTenths[index] ?? 0) + (series.overNumberTenths[index] ?? 0) - (series.takenTenths[index] ?? 0);
}

function fullDays(occupancy: SiteOccupancy, kind: PlaceKind, shareTenths: number, firstOn: CalendarDate, lastOn: CalendarDate): FullDay[] {
  const span = spanOf(occupancy.schoolDays, firstOn, lastOn);
  const full: FullDay[] = [];
  for (let index = span?.from ?? 0; span && index <= span.to; index += 1) {
    const on = occupancy.schoolDays[index];
    const shortTenths = shareTenths - freeTenthsAt(occupancy, kind, index);
    if (on === undefined || shortTenths <= 0) continue;
    const ofKind = roomAt(occupancy.byKind[kind], index) < shareTenths;
    const references = occupancy.placements
      .filter((placement) => contains(placement, on) && (!ofKind || placement.placeKind === kind))
      .map((placement) => placement.reference)
      .sort(compareReferences);
    full.push({ on, kind, shortTenths, references });
  }
  return full;
}
