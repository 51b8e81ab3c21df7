import { z } from 'zod';
import { loadCalendars } from '@/lib/calendars/store';
import { attemptCount } from '@/lib/calendars/rules/count-refused';
import { addDays, calendarDate, type CalendarDate, eachDate, isWeekend } from '@/lib/core/calendar-date';
import { contains } from '@/lib/core/date-range';
import { scopeIds } from '@/lib/core/roles';
import { type KeptSite, loadSites } from '@/lib/providers/store';
import { dateColumn, textColumn, uuidColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';
import { loadPlacements, STATES } from '../store';
import { placesOn } from './site-desk';
import { PLACE_KINDS } from '../types';

export interface CalendarDay {
  readonly on: CalendarDate;
  /** Tenths taken; null on a day without school at the site. */
  readonly takenTenths: number | null;
  readonly placesTenths: number;
  readonly closedReason?: string;
}

async function ownSite(tx: ReadTx, slug: string): Promise<KeptSite | null> {
  const site = (await loadSites(tx)).find((one) => one.slug === slug);
  return site && tx.actor && scopeIds(tx.actor, 'pru_head').includes(site.provider_id) ? site : null;
}

/** Weekdays of a month (`yyyy-mm`) at a site with what is taken; null when the site is not the actor's. */
export async function siteMonth(tx: ReadTx, slug: string, month: string): Promise<{ site: KeptSite; days: CalendarDay[] } | null> {
  const site = await ownSite(tx, slug);
  if (!site) return null;
  return { site, days: await monthOf(tx, site, month) };
}

/** The weekdays of a month of any site: also for officers' pages. */
export async function monthOf(tx: ReadTx, site: KeptSite, month: string): Promise<CalendarDay[]> {
  const first = calendarDate(`${month}-01`);
  const last = addDays(calendarDate(`${addDays(first, 31).slice(0, 7)}-01`), -1);
  const days = (await loadCalendars(tx)).forSite(site.id);
  const placements = await loadPlacements(tx, first, last, { siteId: site.id });
  return eachDate(first, last).filter((day) => !isWeekend(day)).map((on) => {
    const placesTenths = PLACE_KINDS.reduce((sum, kind) => sum + placesOn(site, kind, on), 0);
    const closure = site.closures.find((one) => contains(one, on));
    const why = closure ? { kind: 'counted' as const, value: { words: closure.reason } } : attemptCount(() => days.whyNotSchoolDay(on));
    if (why.kind === 'refused') return { on, takenTenths: null, placesTenths, closedReason: 'No calendar for this year' };
    if (why.value) return { on, takenTenths: null, placesTenths, closedReason: why.value.words };
    const takenTenths = placements.filter((one) => contains(one, on)).reduce((sum, one) => sum + one.shareTenths, 0);
    return { on, takenTenths, placesTenths };
  });
}

const dayRow = z.object({
  id: uuidColumn, reference: textColumn, first_name: textColumn, last_name: textColumn, year_group: z.number(), state: z.enum(STATES),
  first_on: dateColumn, last_on: dateColumn, share_tenths: z.number(), place_kind: textColumn,
});
export type SiteDayPupil = z.output<typeof dayRow>;

/** Who holds a place at a site on a day, for its own head. */
export async function siteDay(tx: ReadTx, slug: string, on: CalendarDate): Promise<{ site: KeptSite; pupils: SiteDayPupil[] } | null> {
  const site = await ownSite(tx, slug);
  if (!site) return null;
  return { site, pupils: await pupilsOn(tx, site.id, on) };
}

export async function pupilsOn(tx: ReadTx, siteId: string, on: CalendarDate): Promise<SiteDayPupil[]> {
  return tx.rows(dayRow, sql`
    SELECT p.id, p.reference, u.first_name, u.last_name, u.year_group, p.state, p.first_on, p.last_on, p.share_tenths, p.place_kind
      FROM placement p JOIN pupil u ON u.authority_id = p.authority_id AND u.id = p.pupil_id
     WHERE p.site_id = ${siteId}::uuid AND p.holds_place AND p.first_on <= ${on}::date AND p.last_on >= ${on}::date
     ORDER BY p.place_kind, u.last_name, u.first_name, p.reference`);
}
