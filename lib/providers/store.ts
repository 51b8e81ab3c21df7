import { z } from 'zod';
import { type CalendarDate, addDays } from '@/lib/core/calendar-date';
import { dateColumn, jsonDate, textColumn, textsColumn, uuidColumn } from '@/lib/server/columns';
import { type KeptSource, type ReadTx, sql } from '@/lib/server/unit-of-work';

const kind = z.enum(['day6', 'preventative', 'reserve']);
const siteRow = z.object({
  id: uuidColumn, slug: textColumn, name: textColumn, provider_id: uuidColumn, provider_name: textColumn, provider_kind: textColumn, provider_establishment_id: uuidColumn.nullable(),
  specialism: textColumn, low_year: z.number(), high_year: z.number(), needs: textsColumn, languages: textsColumn, must_agree: z.boolean(),
  counts_to_quota: z.boolean(), agreed_pupils: z.number().nullable(), address: textColumn, start_time: textColumn, end_time: textColumn,
  contact_name: textColumn, contact_phone: textColumn, easting: z.number().nullable(), northing: z.number().nullable(), location_quality: textColumn.nullable(),
  opened_on: dateColumn, closed_on: dateColumn.nullable(), version: z.number(),
  places: z.array(z.object({ kind, effectiveOn: jsonDate, places: z.number(), entry: z.number(), reason: z.string(), source: z.string() })),
  closures: z.array(z.object({ id: z.string(), firstOn: jsonDate, lastOn: jsonDate, reason: z.string() })),
  overNumber: z.array(z.object({
    id: z.string(), kind, places: z.number(), firstOn: jsonDate, lastOn: jsonDate.nullable(), reason: z.string(),
    agreedBySite: z.string(), authorisedBy: z.string(), source: z.string(),
  })),
});

/** A site with its dated places, closures and over-number. */
export type KeptSite = Omit<z.output<typeof siteRow>, 'places'> & {
  /** The dated events as recorded, earliest first. */
  readonly placeEvents: z.output<typeof siteRow>['places'];
  /** Places of each kind as spans of days, what the capacity functions take. */
  readonly places: readonly { readonly kind: z.output<typeof kind>; readonly firstOn: CalendarDate; readonly lastOn: CalendarDate | null; readonly places: number }[];
};

/** Every site of the authority, by name. A few dozen rows, kept while none changes. */
export function loadSites(tx: ReadTx): Promise<readonly KeptSite[]> {
  return tx.kept(SITES);
}

const SITES: KeptSource<readonly KeptSite[]> = { load: readSites };

async function readSites(tx: ReadTx): Promise<readonly KeptSite[]> {
  const found = await tx.rows(siteRow, sql`
    SELECT s.*, p.name AS provider_name, p.kind AS provider_kind, p.establishment_id AS provider_establishment_id,
           coalesce((SELECT jsonb_agg(jsonb_build_object('kind', e.kind, 'effectiveOn', e.effective_on, 'places', e.places, 'entry', e.entry,
                              'reason', e.reason, 'source', e.source) ORDER BY e.effective_on, e.entry)
                       FROM site_places e WHERE e.authority_id = s.authority_id AND e.site_id = s.id), '[]') AS places,
           coalesce((SELECT jsonb_agg(jsonb_build_object('id', c.id, 'firstOn', c.first_on, 'lastOn', c.last_on, 'reason', c.reason) ORDER BY c.first_on)
                       FROM site_closure c WHERE c.authority_id = s.authority_id AND c.site_id = s.id AND c.withdrawn_at IS NULL), '[]') AS closures,
           coalesce((SELECT jsonb_agg(jsonb_build_object('id', o.id, 'kind', o.kind, 'places', o.places, 'firstOn', o.first_on, 'lastOn', o.last_on,
                              'reason', o.reason, 'agreedBySite', o.agreed_by_site, 'authorisedBy', o.authorised_by, 'source', o.source) ORDER BY o.first_on)
                       FROM over_number o WHERE o.authority_id = s.authority_id AND o.site_id = s.id), '[]') AS "overNumber"
      FROM site s JOIN provider p ON p.authority_id = s.authority_id AND p.id = s.provider_id
     ORDER BY s.name`);
  return found.map(({ places, ...site }) => ({ ...site, placeEvents: places, places: spansOfPlaces(places) }));
}

interface PlaceEvent { readonly kind: z.output<typeof kind>; readonly effectiveOn: CalendarDate; readonly places: number; readonly entry: number }

/** Dated events as spans: each holds until the next of its kind; of two on one day the later entry holds. */
export function spansOfPlaces(events: readonly PlaceEvent[]): KeptSite['places'] {
  return (['day6', 'preventative', 'reserve'] as const).flatMap((one) => {
    const ofKind = events.filter((event) => event.kind === one).sort((a, b) => (a.effectiveOn === b.effectiveOn ? a.entry - b.entry : a.effectiveOn < b.effectiveOn ? -1 : 1));
    const held = ofKind.filter((event, index) => ofKind[index + 1]?.effectiveOn !== event.effectiveOn);
    return held.map((event, index) => {
      const next = held[index + 1];
      return { kind: one, firstOn: event.effectiveOn, lastOn: next ? addDays(next.effectiveOn, -1) : null, places: event.places };
    });
  });
}
