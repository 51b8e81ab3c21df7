import { randomUUID } from 'node:crypto';
import type { PlaceKind } from '@/lib/placements/types';
import type { Council } from './authority';
import { insertRows, type Row } from './insert-rows';

const RECORDED_AT = '2025-09-01T08:00:00Z';

/** A site of the council's provider with so many day-6 places from 1 September 2025. */
export async function buildSite(council: Council, name: string, places: number, changes: Row = {}): Promise<string> {
  const id = randomUUID();
  await insertRows(council.database.owner, council.id, 'site', [{
    id, provider_id: council.providerId, slug: name.toLowerCase().replace(/[^a-z0-9]+/g, '-'), name, specialism: '', low_year: 7, high_year: 11, needs: ['SEMH'],
    languages: [], must_agree: false, counts_to_quota: true, address: '', start_time: '09:00', end_time: '15:00', contact_name: '', contact_phone: '',
    opened_on: '2015-09-01', capacity_version: 0, version: 1, ...changes,
  }]);
  await setPlaces(council, id, places);
  return id;
}

/** A dated number of places. */
export async function setPlaces(council: Council, siteId: string, places: number, effectiveOn = '2025-09-01', kind: PlaceKind = 'day6'): Promise<void> {
  // Without `entry`, which PostgreSQL numbers.
  await insertRows(council.database.owner, council.id, 'site_places', [{
    id: randomUUID(), site_id: siteId, kind, effective_on: effectiveOn, places, reason: 'Agreed number', source: '', recorded_at: RECORDED_AT,
  }]);
}

/** Places over number, authorised from a day on. */
export async function authoriseOverNumber(council: Council, siteId: string, places: number, firstOn: string, lastOn: string | null = null): Promise<string> {
  const id = randomUUID();
  await insertRows(council.database.owner, council.id, 'over_number', [{
    id, site_id: siteId, kind: 'day6', places, first_on: firstOn, last_on: lastOn, agreed_by_site: 'Head of Rowan', authorised_by: 'Placement officer',
    reason: 'One more pupil', source: '', recorded_at: RECORDED_AT, version: 1,
  }]);
  return id;
}
