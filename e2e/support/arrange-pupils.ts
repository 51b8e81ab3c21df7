import { randomBytes, randomUUID } from 'node:crypto';
import type { World } from '@/scripts/run/worlds';
import { insertRows } from '@/tests/support/builders/insert-rows';
import { ownerOf, valuesOf } from './database';
import { signInOf } from './people';

const RECORDED_AT = '2026-02-20T09:00:00Z';

/** A pupil of one test's own, so that tests do not meet. The surname is found nowhere else. */
export interface ArrangedPupil {
  readonly firstName: string;
  readonly lastName: string;
  readonly name: string;
  readonly pupilId: string;
  readonly referralId: string;
}

/** The demonstration's school: it has a partnership with a quota, or stands outside every quota. */
async function authorityOf(world: World): Promise<{ authorityId: string; schoolId: string }> {
  const [authorityId = ''] = await valuesOf(world, "SELECT id FROM authority WHERE slug = 'rotherham'");
  const [schoolId = ''] = await valuesOf(world, "SELECT id FROM establishment WHERE authority_id = $1 AND urn = '136331'", [authorityId]);
  return { authorityId, schoolId };
}

/** A Year 9 pupil of Aston, asked for as a preventative place on 20 February. */
export async function arrangeWaiting(world: World, firstName = 'Robin'): Promise<ArrangedPupil> {
  const { authorityId, schoolId } = await authorityOf(world);
  const lastName = `Quill${[...randomBytes(5)].map((byte) => String.fromCharCode(97 + (byte % 26))).join('')}`;
  const [pupilId, referralId] = [randomUUID(), randomUUID()];
  const owner = ownerOf(world);
  await insertRows(owner, authorityId, 'pupil', [{
    id: pupilId, reference: `PU-${pupilId.slice(0, 8)}`, first_name: firstName, last_name: lastName, search_name: `${firstName} ${lastName}`.toLowerCase(), born_on: '2012-03-15', sex: 'M',
    year_group: 9, home_authority_code: '372', home_address: '', home_postcode: '', language: 'English', needs_interpreter: false, sen_provision: 'N',
    previously_looked_after: false, has_social_worker: false, social_worker_contact: '', needs: ['SEMH'], subjects_and_exams: '', medical: '', placements_version: 0, version: 1,
  }]);
  await insertRows(owner, authorityId, 'roll_entry', [{ id: randomUUID(), pupil_id: pupilId, establishment_id: schoolId, first_on: '2025-09-01', status: 'main' }]);
  await insertRows(owner, authorityId, 'referral', [{
    id: referralId, reference: `RF-${referralId.slice(0, 8)}`, pupil_id: pupilId, route: 'preventative', establishment_id: schoolId, received_on: '2026-02-20',
    wanted_share_tenths: 10, asked_for: '', needs: ['SEMH'], state: 'waiting', no_place_note: '', next_action: '', closed_reason: '', recorded_at: RECORDED_AT, version: 1,
  }]);
  return { firstName, lastName, name: `${firstName} ${lastName}`, pupilId, referralId };
}

export interface Arranged extends ArrangedPupil {
  readonly placementId: string;
  readonly reference: string;
}

/** A pupil with a preventative place at the Aspire secondary site from 2 March 2026, today in the demonstration. */
export async function arrangePlacement(world: World, state: 'proposed' | 'accepted', firstName = 'Robin'): Promise<Arranged> {
  const pupil = await arrangeWaiting(world, firstName);
  const { authorityId, schoolId } = await authorityOf(world);
  const [siteId = ''] = await valuesOf(world, "SELECT id FROM site WHERE authority_id = $1 AND slug = 'aspire-secondary'", [authorityId]);
  const [decidedBy = ''] = await valuesOf(world, 'SELECT id FROM person WHERE authority_id = $1 AND email = $2', [authorityId, signInOf('placement_officer').email]);
  const placementId = randomUUID();
  const reference = `PL-${placementId.slice(0, 8)}`;
  await insertRows(ownerOf(world), authorityId, 'placement', [{
    id: placementId, reference, pupil_id: pupil.pupilId, referral_id: pupil.referralId, site_id: siteId, place_kind: 'preventative', counting_kind: 'dual_registered',
    attributed_establishment_id: schoolId, share_tenths: 1, planned_first_on: '2026-03-02', planned_last_on: '2026-03-06', state, concern: '', transport: 'none', reply_by: '2026-03-03',
    view_pupil: '', view_parent: '', why_suits: 'Small groups', late_reason: '', where_next: '', decided_at: RECORDED_AT, decided_by: decidedBy, version: 1,
  }]);
  return { ...pupil, placementId, reference };
}
