import { type Calendars, loadCalendars } from '@/lib/calendars/store';
import { agreementYearOf } from '@/lib/calendars/rules/academic-year';
import { attemptCount } from '@/lib/calendars/rules/count-refused';
import { addDays, type CalendarDate, calendarDate } from '@/lib/core/calendar-date';
import { type KeptSite, loadSites } from '@/lib/providers/store';
import type { ReadTx } from '@/lib/server/unit-of-work';
import { mayPlace } from '../policy';
import { siteOccupancy } from '../room';
import { leastFreeTenths } from '../rules/capacity';
import { loadPlacements } from '../store';
import { PLACE_KINDS, type PlaceKind } from '../types';

/** What is free of one kind at a site: the fewest on any school day, in tenths; null when the site has none. */
export interface FreeOfKind {
  readonly kind: PlaceKind;
  readonly todayTenths: number | null;
  readonly nextMonthTenths: number | null;
}

export interface OfficerSite {
  readonly slug: string;
  readonly name: string;
  readonly provider: string;
  readonly specialism: string;
  readonly years: string;
  readonly placesTenths: number;
  readonly free: readonly FreeOfKind[];
}

export interface OfficerSites {
  readonly sites: readonly OfficerSite[];
  /** The school day that stands for today. */
  readonly todayOn: CalendarDate;
  readonly nextMonth: { readonly firstOn: CalendarDate; readonly lastOn: CalendarDate };
}

/** Every site with what is free today and at the tightest of next month, by kind. */
export async function officerSites(tx: ReadTx): Promise<OfficerSites | null> {
  if (!mayPlace(tx.actor)) return null;
  const calendars = await loadCalendars(tx);
  const sites = await loadSites(tx);
  const todayOn = schoolDayFrom(calendars, tx.today);
  const nextMonth = monthAfter(tx.today);
  const placements = await loadPlacements(tx, tx.today, nextMonth.lastOn);
  return {
    todayOn, nextMonth,
    sites: sites.filter((site) => site.closed_on === null || site.closed_on > tx.today).map((site) => {
      const occupancy = siteOccupancy(calendars, site, placements, tx.today, nextMonth.lastOn);
      const firstTaught = occupancy.schoolDays[0] ?? todayOn;
      return {
        slug: site.slug, name: site.name, provider: site.provider_name, specialism: site.specialism, years: yearsOf(site),
        placesTenths: (occupancy.total.placesTenths[0] ?? 0) + (occupancy.total.overNumberTenths[0] ?? 0),
        free: PLACE_KINDS.map((kind) => ({
          kind,
          todayTenths: hasKind(site, kind) ? leastFreeTenths(occupancy, kind, firstTaught, firstTaught) : null,
          nextMonthTenths: hasKind(site, kind) ? leastFreeTenths(occupancy, kind, nextMonth.firstOn, nextMonth.lastOn) : null,
        })),
      };
    }),
  };
}

export function yearsOf(site: Pick<KeptSite, 'low_year' | 'high_year'>): string {
  return site.low_year === site.high_year ? `Year ${site.low_year}` : `Year ${site.low_year} to Year ${site.high_year}`;
}

/** Today when it is a school day of the authority, else the next one. */
export function schoolDayFrom(calendars: Calendars, today: CalendarDate): CalendarDate {
  const count = attemptCount(() => calendars.forEstablishment(null).nextSchoolDayOnOrAfter(today));
  return count.kind === 'counted' ? count.value : today;
}

/** The school year's end, for strips. */
export function yearEndOf(today: CalendarDate): CalendarDate {
  return agreementYearOf(today).lastOn;
}

function hasKind(site: KeptSite, kind: PlaceKind): boolean {
  return [...site.places, ...site.overNumber].some((row) => row.kind === kind && row.places > 0);
}

function monthAfter(today: CalendarDate): OfficerSites['nextMonth'] {
  const firstOn = calendarDate(`${addDays(calendarDate(`${today.slice(0, 7)}-01`), 31).slice(0, 7)}-01`);
  const lastOn = addDays(calendarDate(`${addDays(firstOn, 31).slice(0, 7)}-01`), -1);
  return { firstOn, lastOn };
}
