import { loadCalendars } from '@/lib/calendars/store';
import { idInput } from '@/lib/core/input';
import { authorityWithDuty } from '@/lib/exclusions/authority-with-duty';
import { type InterimRecord, interimOf } from '@/lib/exclusions/history';
import { noticesWithTold } from '@/lib/exclusions/notices';
import { mayKeepList } from '@/lib/exclusions/policy';
import { referralById, type ReferralRecord } from '@/lib/exclusions/referral-store';
import { reasonSettings } from '@/lib/exclusions/reason-settings';
import type { ToldLine } from '@/lib/exclusions/rules/notice-words';
import { datedReasonCodes } from '@/lib/exclusions/rules/reason-codes';
import { ownAuthorityCode } from '@/lib/exclusions/school-choice';
import { exclusionById, type ExclusionRecord } from '@/lib/exclusions/store';
import { senProvisionInWords, senTypeName } from '@/lib/pupils/rules/sen-types';
import { pupilById, type PupilRecord } from '@/lib/pupils/store';
import type { ReadTx } from '@/lib/server/unit-of-work';
import { educationStartedOn } from '../referral-state';
import type { RequestEvent } from '../rules/request-timeline';
import { stateInWords } from '../rules/states';
import type { WaitingRow } from '../types';
import { markersInWords, type MarkerLine } from './marker-lines';
import { requestHistory } from './request-history';
import { placementsOfReferrals, type RequestPlacement, waitingFacts } from './waiting-facts';
import { quotasToday } from './waiting-quota';
import { waitingRow } from './waiting-row';

/** Everything on the page of a waiting pupil. */
export interface WaitingPupil {
  readonly referral: ReferralRecord;
  readonly row: WaitingRow;
  readonly pupil: PupilRecord;
  readonly exclusion: ExclusionRecord | null;
  /** The authority that has the duty and places the pupil, where it is another one; null else. */
  readonly homeAuthority: string | null;
  /** Reasons in words, the main one first. */
  readonly reasons: readonly string[];
  readonly needs: readonly string[];
  readonly senWords: string;
  readonly notices: readonly ToldLine[];
  readonly markers: readonly MarkerLine[];
  readonly placements: readonly (RequestPlacement & { readonly stateWords: string })[];
  readonly interim: readonly InterimRecord[];
  readonly history: readonly RequestEvent[];
  /** True while the request asks for a place. */
  readonly isOpen: boolean;
}

/** A pupil's request with all that decides what is done about it. For officers; null for anybody else and for no such request. */
export async function waitingPupil(tx: ReadTx, referralId: string): Promise<WaitingPupil | null> {
  if (!mayKeepList(tx.actor) || !idInput.safeParse(referralId).success) return null;
  const referral = await referralById(tx, referralId);
  const facts = referral && (await waitingFacts(tx, [referral.id])).get(referral.id);
  const pupil = referral && (await pupilById(tx, referral.pupil_id));
  if (!referral || !facts || !pupil) return null;
  const exclusion = referral.exclusion_id === null ? null : await exclusionById(tx, referral.exclusion_id);
  const calendars = await loadCalendars(tx);
  const ownCode = await ownAuthorityCode(tx);
  const placements = await placementsOfReferrals(tx, [referral.id]);
  const interim = await interimOf(tx, referral.id);
  return {
    referral, pupil, exclusion, interim, homeAuthority: await authorityWithDuty(tx, exclusion),
    row: waitingRow(
      { today: tx.today, ownCode, calendars, quotaOf: await quotasToday(tx) },
      { referral, exclusion, facts, placements, metOn: await educationStartedOn(tx, referral.id) },
    ),
    reasons: exclusion === null ? [] : await reasonsInWords(tx, exclusion),
    needs: pupil.needs.map(senTypeName), senWords: senProvisionInWords(pupil.sen_provision),
    notices: exclusion === null ? [] : await noticesWithTold(tx, calendars, exclusion, ownCode),
    markers: await markersInWords(tx, pupil),
    placements: placements.map((one) => ({ ...one, stateWords: stateInWords(one.state) })),
    history: await requestHistory(tx, referral, interim),
    isOpen: referral.state === 'waiting' || referral.state === 'talking',
  };
}

/** Labels of the code set the exclusion was recorded under. */
async function reasonsInWords(tx: ReadTx, exclusion: ExclusionRecord): Promise<string[]> {
  const codeSet = exclusion.reason_set === 'B' ? 'reasons-b' : 'reasons-a';
  const codes = datedReasonCodes(await reasonSettings(tx, exclusion.excluded_on));
  return exclusion.reasons.map((code) => codes.find((one) => one.code === code && one.codeSet === codeSet)?.label ?? code);
}
