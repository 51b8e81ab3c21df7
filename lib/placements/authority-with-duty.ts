import { isOtherAuthoritys } from '@/lib/exclusions/duty-view';
import { localAuthorities, ownAuthorityCode } from '@/lib/exclusions/school-choice';
import type { ExclusionRecord } from '@/lib/exclusions/store';
import type { ReadTx } from '@/lib/server/unit-of-work';

/** The home authority that has the duty from day 6 and places the pupil (R24), where it is another one than this; null else. */
export async function authorityWithDuty(tx: ReadTx, exclusion: ExclusionRecord | null): Promise<string | null> {
  if (exclusion === null || !isOtherAuthoritys(exclusion, await ownAuthorityCode(tx))) return null;
  return (await localAuthorities(tx)).find((one) => one.code === exclusion.home_authority_code)?.name ?? 'Another authority';
}

/** Why no place is proposed here, for every way to one. */
export function noLocalPlacing(homeAuthority: string): string {
  return `${homeAuthority} has the duty and places this pupil, who lives there. Tell it of the exclusion; no place is proposed here`;
}
