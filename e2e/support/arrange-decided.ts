import { randomUUID } from 'node:crypto';
import type { World } from '@/scripts/run/worlds';
import { insertRows } from '@/tests/support/builders/insert-rows';
import { type Arranged, arrangePlacement } from './arrange-pupils';
import { ownerOf, valuesOf } from './database';

const RECORDED_AT = '2026-02-20T09:00:00Z';

/** A pupil permanently excluded by Aston on 20 February, with a place of that request that the site has accepted. */
export async function arrangeExcludedWithPlace(world: World): Promise<Arranged & { readonly exclusionId: string }> {
  const pupil = await arrangePlacement(world, 'accepted');
  const [authorityId = ''] = await valuesOf(world, "SELECT id FROM authority WHERE slug = 'rotherham'");
  const [schoolId = ''] = await valuesOf(world, "SELECT id FROM establishment WHERE authority_id = $1 AND urn = '136331'", [authorityId]);
  const exclusionId = randomUUID();
  await insertRows(ownerOf(world), authorityId, 'permanent_exclusion', [{
    id: exclusionId, reference: `EX-${exclusionId.slice(0, 8)}`, pupil_id: pupil.pupilId, establishment_id: schoolId, excluded_on: '2026-02-20', excluded_at_time: '10:00',
    after_afternoon_began: false, decided_by: 'Head', reason_set: 'B', reasons: ['PP'], home_authority_code: '372', no_exam_left: false, phase: 'secondary',
    state: 'recorded', recorded_at: RECORDED_AT, source: '', version: 1,
  }]);
  await valuesOf(world, "UPDATE referral SET route = 'permanent_exclusion', exclusion_id = $2 WHERE id = $1", [pupil.referralId, exclusionId]);
  return { ...pupil, exclusionId };
}
