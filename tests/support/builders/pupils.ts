import { randomUUID } from 'node:crypto';
import type { PlacementRow } from '@/lib/placements/store';
import type { Council } from './authority';
import { insertRows, type Row } from './insert-rows';

const RECORDED_AT = '2025-09-01T08:00:00Z';

/** A pupil who waits for a place after a preventative referral by Aston, so that no day-6 clock asks for reasons. */
export interface WaitingPupil {
  readonly pupilId: string;
  readonly referralId: string;
  readonly schoolId: string;
}

/** So many Year 9 pupils, each with an open request. Their names are the same in every authority. */
export async function buildWaiting(council: Council, count: number, changes: { readonly pupil?: Row; readonly referral?: Row } = {}): Promise<WaitingPupil[]> {
  const pupils = Array.from({ length: count }, (): WaitingPupil => ({ pupilId: randomUUID(), referralId: randomUUID(), schoolId: council.schools.aston }));
  const { owner } = council.database;
  await insertRows(owner, council.id, 'pupil', pupils.map(({ pupilId }, index) => ({
    id: pupilId, reference: `PU-${pupilId.slice(0, 8)}`, first_name: 'Sam', last_name: `Pupil ${index + 1}`, search_name: `sam pupil ${index + 1}`, born_on: '2012-03-15', sex: 'M',
    year_group: 9, home_authority_code: '372', home_address: '', home_postcode: '', language: 'English', needs_interpreter: false, sen_provision: 'N',
    previously_looked_after: false, has_social_worker: false, social_worker_contact: '', needs: ['SEMH'], subjects_and_exams: '', medical: '', placements_version: 0,
    version: 1, ...changes.pupil,
  })));
  await insertRows(owner, council.id, 'referral', pupils.map(({ pupilId, referralId, schoolId }) => ({
    id: referralId, reference: `RF-${referralId.slice(0, 8)}`, pupil_id: pupilId, route: 'preventative', establishment_id: schoolId, received_on: '2026-02-20',
    wanted_share_tenths: 10, asked_for: '', needs: ['SEMH'], state: 'waiting', no_place_note: '', next_action: '', closed_reason: '', recorded_at: RECORDED_AT,
    version: 1, ...changes.referral,
  })));
  return pupils;
}

export type PlacementChanges = Partial<Omit<PlacementRow, 'decided_at'>> & { readonly decided_at?: string };

/** A placement of each pupil at a site: accepted, full-time, day-6 places, 3 September 2025 to 17 July 2026 unless told. */
export async function buildPlacements(council: Council, siteId: string, pupils: readonly WaitingPupil[], changes: PlacementChanges = {}): Promise<string[]> {
  const rows = pupils.map((pupil) => ({
    id: randomUUID(), reference: `PL-${randomUUID().slice(0, 8)}`, pupil_id: pupil.pupilId, referral_id: pupil.referralId, site_id: siteId, place_kind: 'day6',
    counting_kind: 'dual_registered', attributed_establishment_id: pupil.schoolId, share_tenths: 10, planned_first_on: '2025-09-03', planned_last_on: '2026-07-17',
    started_on: null, left_on: null, state: 'accepted', concern: '', transport: 'none', view_pupil: '', view_parent: '', why_suits: 'Small groups', late_reason: '',
    where_next: '', decided_at: '2025-09-02T09:00:00Z', version: 1, ...changes,
  }));
  await insertRows(council.database.owner, council.id, 'placement', rows);
  return rows.map((row) => row.id);
}

/** A pupil permanently excluded by Aston, with the exclusion and the request that follows from it. */
export async function buildExcluded(council: Council, excludedOn: string): Promise<WaitingPupil & { readonly exclusionId: string }> {
  const [pupil] = await buildWaiting(council, 1);
  if (!pupil) throw new Error('No pupil was built');
  const exclusionId = randomUUID();
  const referralId = randomUUID();
  const { owner } = council.database;
  await insertRows(owner, council.id, 'permanent_exclusion', [{
    id: exclusionId, reference: `EX-${exclusionId.slice(0, 8)}`, pupil_id: pupil.pupilId, establishment_id: pupil.schoolId, excluded_on: excludedOn, excluded_at_time: '10:00',
    after_afternoon_began: false, decided_by: 'Head', reason_set: 'B', reasons: ['PP'], home_authority_code: '372', no_exam_left: false, phase: 'secondary',
    state: 'recorded', recorded_at: RECORDED_AT, source: '', version: 1,
  }]);
  await insertRows(owner, council.id, 'exclusion_event', [{
    id: randomUUID(), exclusion_id: exclusionId, kind: 'recorded', happened_on: excludedOn, with_whom: '', challenge: '', alternatives: '', outcome: '', recorded_at: RECORDED_AT,
  }]);
  await insertRows(owner, council.id, 'referral', [{
    id: referralId, reference: `RF-${referralId.slice(0, 8)}`, pupil_id: pupil.pupilId, route: 'permanent_exclusion', exclusion_id: exclusionId, establishment_id: pupil.schoolId,
    received_on: excludedOn, wanted_share_tenths: 10, asked_for: '', needs: ['SEMH'], state: 'waiting', no_place_note: '', next_action: '', closed_reason: '',
    recorded_at: RECORDED_AT, version: 1,
  }]);
  return { ...pupil, referralId, exclusionId };
}
