import { calendarDate } from '@/lib/core/calendar-date';
import { heldFromRow } from '@/lib/placements/counting';
import { fingerprint, type PlacementChange, type QuotaEffect, quotaEffectsFor, spanOfChange } from '@/lib/placements/quota-effect';
import { placementById } from '@/lib/placements/store';
import type { HeldPlacement } from '@/lib/placements/types';
import { type Caller, readUnit } from '@/lib/server/unit-of-work';
import type { WaitingPupil } from './pupils';

/** What a proposal's form carries; 9 March to 17 July 2026, full-time, unless told. */
export function proposal(pupil: WaitingPupil, siteId: string, seen: string, changes: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    referralId: pupil.referralId, referralVersion: '1', siteId, placeKind: 'day6', firstOn: '2026-03-09', lastOn: '2026-07-17', shareTenths: '10', transport: 'none',
    viewPupil: '', viewParent: '', whySuits: 'Small groups', lateReason: '', seen, ...changes,
  };
}

/** The placement that the proposal would make, as the counting functions see it. */
export function proposed(pupil: WaitingPupil, siteId: string, changes: Partial<HeldPlacement> = {}): HeldPlacement {
  return {
    reference: 'new', pupilId: pupil.pupilId, siteId, countingKind: 'dual_registered', placeKind: 'day6', attributedSchoolId: pupil.schoolId,
    firstOn: calendarDate('2026-03-09'), lastOn: calendarDate('2026-07-17'), shareTenths: 10, decidedAt: '2026-03-02T10:00:00.000Z', state: 'proposed', phase: 'secondary',
    siteCountsToQuota: true, ...changes,
  };
}

/** The effects of a change as its check page computes them. */
export function effectsOf(caller: Caller, change: PlacementChange): Promise<QuotaEffect[]> {
  return readUnit(caller, async (tx) => (await quotaEffectsFor(tx, spanOfChange(change)))(change));
}

/** What the check page's form would carry as seen. */
export async function seenFor(caller: Caller, change: PlacementChange): Promise<string> {
  return fingerprint(await effectsOf(caller, change));
}

/** A stored placement of a Year 9 pupil, as the counting functions see it. */
export async function heldPlacement(caller: Caller, placementId: string): Promise<HeldPlacement> {
  const row = await readUnit(caller, (tx) => placementById(tx, placementId));
  if (!row) throw new Error(`No placement ${placementId}`);
  return heldFromRow(row, { yearGroup: 9, siteCountsToQuota: true });
}
