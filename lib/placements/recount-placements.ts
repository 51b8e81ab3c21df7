import { z } from 'zod';
import { schoolThatCounts } from '@/lib/exclusions/enter-exclusion';
import type { Standing } from '@/lib/exclusions/correcting';
import { referralsOfPupil, type ReferralRecord } from '@/lib/exclusions/referral-store';
import { meaningForAuthority } from '@/lib/exclusions/rules/home-authority';
import { ownAuthorityCode } from '@/lib/exclusions/school-choice';
import { exclusionsOfPupil, type ExclusionRecord } from '@/lib/exclusions/store';
import { uuidColumn } from '@/lib/server/columns';
import { newFormKey } from '@/lib/server/random';
import { type WriteTx, sql } from '@/lib/server/unit-of-work';
import { reviewWarnings } from './chair-warning';
import { applyChange } from './change';
import { countingKindOf } from './counting';
import { placementById } from './store';

/**
 * After a correction of a pupil whose row is locked: where the corrected facts name another school's quota, or none,
 * for a request after an exclusion, the request and its placements count to that from their first day on. A school that
 * somebody chose otherwise stays. Returns nothing: the caller reads what stands.
 */
export async function recountPlacements(tx: WriteTx, before: Standing, reason: string): Promise<void> {
  const exclusions = await exclusionsOfPupil(tx, before.pupil.id);
  for (const referral of await referralsOfPupil(tx, before.pupil.id)) {
    const now = exclusions.find((one) => one.id === referral.exclusion_id);
    if (!now) continue;
    const was = before.exclusion?.id === now.id ? before.exclusion : now;
    const schoolWas = await schoolByFacts(tx, was, before.pupil.year_group);
    const school = await schoolByFacts(tx, now, now.year_group);
    if (school === schoolWas || referral.establishment_id !== schoolWas) continue;
    await tx.execute(sql`UPDATE referral SET establishment_id = ${school}::uuid, version = version + 1 WHERE id = ${referral.id}::uuid`);
    await moveAttribution(tx, referral, school, reason);
  }
}

async function schoolByFacts(tx: WriteTx, exclusion: ExclusionRecord, yearGroup: number): Promise<string | null> {
  const own = await ownAuthorityCode(tx);
  const meaning = meaningForAuthority({ thisAuthority: own, homeAuthority: exclusion.home_authority_code, schoolAuthority: exclusion.elsewhere_authority_code ?? own });
  return meaning.countsToQuota ? schoolThatCounts(tx, exclusion.establishment_id, yearGroup, exclusion.excluded_on) : null;
}

async function moveAttribution(tx: WriteTx, referral: ReferralRecord, school: string | null, reason: string): Promise<void> {
  const held = await tx.rows(z.object({ id: uuidColumn }), sql`
    SELECT id FROM placement WHERE referral_id = ${referral.id}::uuid AND state <> 'cancelled' ORDER BY reference`);
  const actId = newFormKey();
  for (const { id } of held) {
    const row = await placementById(tx, id);
    if (row) await applyChange(tx, row, { attributed_establishment_id: school, counting_kind: countingKindOf(referral.route, school) }, { act: 'correct', actId, reason });
  }
  if (held.length > 0) await reviewWarnings(tx, [referral.establishment_id, school], 'took_a_place');
}
