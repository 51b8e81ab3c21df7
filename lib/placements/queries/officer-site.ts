import { loadCalendars } from '@/lib/calendars/store';
import { addDays, type CalendarDate, isCalendarDate, mondayOf } from '@/lib/core/calendar-date';
import { senTypeName } from '@/lib/pupils/rules/sen-types';
import { type KeptSite, loadSites } from '@/lib/providers/store';
import { z } from 'zod';
import { dateColumn, textColumn, uuidColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';
import { mayPlace } from '../policy';
import { siteOccupancy } from '../room';
import { freeTenthsOn } from '../rules/capacity';
import { stateInWords } from '../rules/states';
import { loadPlacements, STATES } from '../store';
import { PLACE_KINDS, type PlaceKind } from '../types';
import { schoolDayFrom, yearEndOf, yearsOf } from './officer-sites';
import { type CalendarDay, monthOf, pupilsOn, type SiteDayPupil } from './site-calendar';
import { type StripWeek, stripWeeks } from './strip-weeks';

const moveRow = z.object({ id: uuidColumn, first_name: textColumn, last_name: textColumn, year_group: z.number(), first_on: dateColumn, last_on: dateColumn, state: z.enum(STATES) });

/** A pupil who comes or goes this week. */
export interface SiteMove {
  readonly placementId: string;
  readonly name: string;
  readonly yearGroup: number;
  readonly on: CalendarDate;
  readonly state: string;
}

/** A site as the officer sees it. */
export interface OfficerSiteView {
  readonly site: KeptSite;
  readonly years: string;
  readonly needs: readonly string[];
  readonly todayOn: CalendarDate;
  readonly kinds: readonly { readonly kind: PlaceKind; readonly freeTenths: number | null; readonly weeks: readonly StripWeek[] }[];
  readonly month: string;
  readonly days: readonly CalendarDay[];
  readonly day: { readonly on: CalendarDate; readonly pupils: readonly (SiteDayPupil & { readonly stateWords: string })[] } | null;
  readonly week: { readonly firstOn: CalendarDate; readonly lastOn: CalendarDate };
  readonly arriving: readonly SiteMove[];
  readonly leaving: readonly SiteMove[];
}

const MONTH = /^20\d\d-(0[1-9]|1[0-2])$/;

/** A site by its slug with a month of its calendar and, when a day is asked for, who is there; null when there is none. */
export async function officerSite(tx: ReadTx, slug: string, asked: { readonly month: string; readonly day: string }): Promise<OfficerSiteView | null> {
  if (!mayPlace(tx.actor)) return null;
  const site = (await loadSites(tx)).find((one) => one.slug === slug);
  if (!site) return null;
  const calendars = await loadCalendars(tx);
  const yearEnd = yearEndOf(tx.today);
  const placements = await loadPlacements(tx, tx.today, yearEnd, { siteId: site.id });
  const occupancy = siteOccupancy(calendars, site, placements, tx.today, yearEnd);
  const todayOn = occupancy.schoolDays[0] ?? schoolDayFrom(calendars, tx.today);
  const kinds = PLACE_KINDS.map((kind) => ({ kind, freeTenths: freeTenthsOn(occupancy, kind, todayOn), weeks: stripWeeks(occupancy, kind, tx.today) }))
    .filter(({ weeks }) => weeks.some((week) => week.placesTenths > 0 || week.fewestFreeTenths !== 0));
  const dayOn = isCalendarDate(asked.day) ? asked.day : null;
  const month = MONTH.test(asked.month) ? asked.month : (dayOn ?? tx.today).slice(0, 7);
  const week = { firstOn: mondayOf(tx.today), lastOn: addDays(mondayOf(tx.today), 4) };
  return {
    site, years: yearsOf(site), needs: site.needs.map(senTypeName), todayOn, kinds, month, days: await monthOf(tx, site, month),
    day: dayOn === null ? null : { on: dayOn, pupils: (await pupilsOn(tx, site.id, dayOn)).map((one) => ({ ...one, stateWords: stateInWords(one.state) })) },
    week, ...(await movesOf(tx, site.id, week)),
  };
}

async function movesOf(tx: ReadTx, siteId: string, week: { readonly firstOn: CalendarDate; readonly lastOn: CalendarDate }): Promise<Pick<OfficerSiteView, 'arriving' | 'leaving'>> {
  const rows = await tx.rows(moveRow, sql`
    SELECT p.id, u.first_name, u.last_name, u.year_group, p.first_on, p.last_on, p.state
      FROM placement p JOIN pupil u ON u.authority_id = p.authority_id AND u.id = p.pupil_id
     WHERE p.site_id = ${siteId}::uuid AND p.holds_place
       AND (p.first_on BETWEEN ${week.firstOn}::date AND ${week.lastOn}::date OR p.last_on BETWEEN ${week.firstOn}::date AND ${week.lastOn}::date)
     ORDER BY u.last_name, u.first_name, p.reference`);
  const move = (on: 'first_on' | 'last_on') => rows.filter((row) => row[on] >= week.firstOn && row[on] <= week.lastOn)
    .map((row) => ({ placementId: row.id, name: `${row.first_name} ${row.last_name}`, yearGroup: row.year_group, on: row[on], state: stateInWords(row.state) }))
    .sort((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1));
  return { arriving: move('first_on'), leaving: move('last_on') };
}
