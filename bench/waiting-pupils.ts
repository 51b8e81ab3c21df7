import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { insertRows } from '@/tests/support/builders/insert-rows';

/** As many as Lancashire has. Those who take a place at one site take turns, as they must. */
const SITES = 12;

export interface BenchPupil {
  readonly siteId: string;
  readonly pupilId: string;
  readonly referralId: string;
}

/** Sites with room for all of them, and so many pupils whom the authority places itself, each for one of the sites in turn: no quota is touched, so no figure on the form changes from one to the next. */
export async function waitingPupils(owner: Pool, authorityId: string, count: number): Promise<{ readonly pupils: BenchPupil[]; readonly siteSlug: string }> {
  const { rows } = await owner.query<{ id: string }>('SELECT id FROM provider WHERE authority_id = $1 LIMIT 1', [authorityId]);
  const siteIds = Array.from({ length: SITES }, () => randomUUID());
  await insertRows(owner, authorityId, 'site', siteIds.map((id, index) => ({
    id, provider_id: rows[0]?.id, slug: `bench-${index}`, name: `Bench ${index}`, specialism: '', low_year: 7, high_year: 11, needs: ['SEMH'], languages: [], must_agree: false, counts_to_quota: false,
    address: '', start_time: '09:00', end_time: '15:00', contact_name: '', contact_phone: '', opened_on: '2015-09-01', capacity_version: 0, version: 1,
  })));
  await insertRows(owner, authorityId, 'site_places', siteIds.map((id) => ({ id: randomUUID(), site_id: id, kind: 'day6', effective_on: '2025-09-01', places: count, reason: 'Bench', source: '', recorded_at: '2025-09-01T08:00:00Z' })));
  const pupils = Array.from({ length: count }, (_, index): BenchPupil => ({ siteId: siteIds[index % SITES] ?? '', pupilId: randomUUID(), referralId: randomUUID() }));
  await insertRows(owner, authorityId, 'pupil', pupils.map(({ pupilId }, index) => ({
    id: pupilId, reference: `PU-${pupilId}`, first_name: 'Sam', last_name: `Bench ${index}`, search_name: `sam bench ${index}`, born_on: '2012-03-15', sex: 'M', year_group: 9,
    home_authority_code: '888', home_address: '', home_postcode: '', language: 'English', needs_interpreter: false, sen_provision: 'N', previously_looked_after: false,
    has_social_worker: false, social_worker_contact: '', needs: ['SEMH'], subjects_and_exams: '', medical: '', placements_version: 0, version: 1,
  })));
  await insertRows(owner, authorityId, 'referral', pupils.map(({ pupilId, referralId }) => ({
    id: referralId, reference: `RF-${referralId}`, pupil_id: pupilId, route: 'authority_placed', received_on: '2026-02-20', wanted_share_tenths: 10, asked_for: '', needs: ['SEMH'],
    state: 'waiting', no_place_note: '', next_action: '', closed_reason: '', recorded_at: '2026-02-20T08:00:00Z', version: 1,
  })));
  await owner.query('ANALYZE pupil; ANALYZE referral; ANALYZE site; ANALYZE site_places');
  return { pupils, siteSlug: 'bench-0' };
}
