import { z } from 'zod';
import { loadCalendars } from '@/lib/calendars/store';
import { addDays, type CalendarDate } from '@/lib/core/calendar-date';
import { scopeIds } from '@/lib/core/roles';
import { type KeptSite, loadSites } from '@/lib/providers/store';
import { dateColumn, textColumn, uuidColumn } from '@/lib/server/columns';
import { type ReadTx, sql, sqlJoin } from '@/lib/server/unit-of-work';
import { siteOccupancy } from '../room';
import { freeTenthsOn } from '../rules/capacity';
import { loadPlacements, STATES } from '../store';
import { PLACE_KINDS, type PlaceKind } from '../types';

const pupilRow = z.object({
  id: uuidColumn, reference: textColumn, site_id: uuidColumn, first_name: textColumn, last_name: textColumn, year_group: z.number(), state: z.enum(STATES),
  first_on: dateColumn, last_on: dateColumn, reply_by: dateColumn.nullable(), share_tenths: z.number(), school_name: textColumn.nullable(),
  transport: textColumn, transport_booked_on: dateColumn.nullable(), parents_told: z.boolean(), place_kind: textColumn, goes_on_here: z.boolean(),
  is_here: z.boolean(), follows_answer: z.boolean(),
});

/** A pupil placed or proposed at a site, as its head sees them in a list. */
export type SitePupil = z.output<typeof pupilRow>;

export interface SiteFreePlaces {
  readonly kind: PlaceKind;
  /** Tenths free; null on a day that is no school day of the site. */
  readonly todayTenths: number | null;
  readonly placesTenths: number;
}

export interface SiteDesk {
  readonly site: KeptSite;
  readonly free: readonly SiteFreePlaces[];
  /** Proposed or questioned, earliest reply first. */
  readonly toAnswer: readonly SitePupil[];
  /** Accepted or not arrived, earliest start first. */
  readonly arriving: readonly SitePupil[];
  /** Started. */
  readonly here: readonly SitePupil[];
  /** Started, with a planned end in the next 14 days. */
  readonly leavingSoon: readonly SitePupil[];
}

/** The sites of the provider that a PRU head runs, each with what is to do. */
export async function siteDesks(tx: ReadTx): Promise<SiteDesk[]> {
  const providers = tx.actor ? scopeIds(tx.actor, 'pru_head') : [];
  const sites = (await loadSites(tx)).filter((site) => providers.includes(site.provider_id));
  if (sites.length === 0) return [];
  const calendars = await loadCalendars(tx);
  const pupils = await tx.rows(pupilRow, sql`
    SELECT p.id, p.reference, p.site_id, u.first_name, u.last_name, u.year_group, p.state, p.first_on, p.last_on, p.reply_by, p.share_tenths,
           p.place_kind, p.transport, p.transport_booked_on, p.parents_told_at IS NOT NULL AS parents_told, e.name AS school_name,
           coalesce(b.site_id = p.site_id, false) AS goes_on_here, coalesce(b.site_id = p.site_id AND b.state IN ('started', 'left'), false) AS is_here,
           coalesce(b.site_id = p.site_id AND b.state IN ('proposed', 'concern', 'not_arrived'), false) AS follows_answer
      FROM placement p
      JOIN pupil u ON u.authority_id = p.authority_id AND u.id = p.pupil_id
      LEFT JOIN placement b ON b.authority_id = p.authority_id AND b.id = p.continues_id
      LEFT JOIN establishment e ON e.authority_id = p.authority_id AND e.id = p.attributed_establishment_id
     WHERE p.state IN ('proposed', 'accepted', 'concern', 'started', 'not_arrived')
       AND p.site_id IN (${sqlJoin(sites.map((site) => sql`${site.id}::uuid`))})
     ORDER BY p.first_on, u.last_name, u.first_name, p.reference`);
  const placements = await loadPlacements(tx, tx.today, tx.today, { siteIds: sites.map((site) => site.id) });
  return sites.map((site) => {
    // Another share that waits for the answer to the share before it is no question of its own.
    const own = pupils.filter((pupil) => pupil.site_id === site.id && !pupil.follows_answer);
    const occupancy = siteOccupancy(calendars, site, placements, tx.today, tx.today);
    return {
      site,
      free: PLACE_KINDS.map((kind) => ({ kind, todayTenths: freeTenthsOn(occupancy, kind, tx.today), placesTenths: placesOn(site, kind, tx.today) })),
      toAnswer: own.filter((pupil) => pupil.state === 'proposed' || pupil.state === 'concern').sort((a, b) => ((a.reply_by ?? '9') < (b.reply_by ?? '9') ? -1 : 1)),
      arriving: own.filter((pupil) => pupil.state === 'accepted' || pupil.state === 'not_arrived'),
      here: own.filter((pupil) => pupil.state === 'started'),
      leavingSoon: own.filter((pupil) => pupil.state === 'started' && pupil.last_on <= addDays(tx.today, 14)),
    };
  });
}

/** Places of a kind on a day, authorised over-number included, in tenths. */
export function placesOn(site: KeptSite, kind: PlaceKind, on: CalendarDate): number {
  const covers = (row: { kind: PlaceKind; firstOn: CalendarDate; lastOn: CalendarDate | null }) =>
    row.kind === kind && row.firstOn <= on && (row.lastOn === null || row.lastOn >= on);
  return 10 * [...site.places, ...site.overNumber].filter(covers).reduce((sum, row) => sum + row.places, 0);
}

/** One site of the actor's provider by its slug, with the desk; null when it is not theirs. */
export async function siteDesk(tx: ReadTx, slug: string): Promise<SiteDesk | null> {
  return (await siteDesks(tx)).find((desk) => desk.site.slug === slug) ?? null;
}
