import { conflict } from '@/lib/core/refusal';
import type { ReadTx } from '@/lib/server/unit-of-work';
import { isOtherAuthoritys } from './duty-view';
import type { ReferralRecord } from './referral-store';
import { localAuthorities, ownAuthorityCode } from './school-choice';
import { type ExclusionRecord, exclusionById } from './store';

/** The home authority that has the duty from day 6 and places the pupil (R24), where it is another one than this; null else. */
export async function authorityWithDuty(tx: ReadTx, exclusion: ExclusionRecord | null): Promise<string | null> {
  if (exclusion === null || !isOtherAuthoritys(exclusion, await ownAuthorityCode(tx))) return null;
  return (await localAuthorities(tx)).find((one) => one.code === exclusion.home_authority_code)?.name ?? 'Another authority';
}

/** Why no place is proposed here, for every way to one. */
export function noLocalPlacing(homeAuthority: string, whatIsNot = 'no place is proposed here'): string {
  return `${homeAuthority} has the duty and places this pupil, who lives there. Tell it of the exclusion; ${whatIsNot}`;
}

/** Refuses an act on a request that another authority has the duty to meet. */
export async function refuseIfOtherAuthoritys(tx: ReadTx, referral: Pick<ReferralRecord, 'exclusion_id'>, whatIsNot: string): Promise<void> {
  const homeAuthority = await authorityWithDuty(tx, referral.exclusion_id === null ? null : await exclusionById(tx, referral.exclusion_id));
  if (homeAuthority !== null) throw conflict(noLocalPlacing(homeAuthority, whatIsNot));
}
