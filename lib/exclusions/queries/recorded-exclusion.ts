import { z } from 'zod';
import { loadCalendars } from '@/lib/calendars/store';
import { unknownDistrictWords } from '@/lib/pupils/rules/home-point';
import { pupilById } from '@/lib/pupils/store';
import { textColumn, uuidColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';
import { dutyViewOf, isOtherAuthoritys } from '../duty-view';
import { noticesWithTold } from '../notices';
import { mayKeepList, mayRecordFor } from '../policy';
import type { ToldLine } from '../rules/notice-words';
import { ownAuthorityCode } from '../school-choice';
import { exclusionById } from '../store';
import type { DutyView } from '../types';

/** What a person sees after recording an exclusion. */
export interface RecordedView {
  readonly reference: string;
  readonly firstName: string;
  readonly pupilName: string;
  readonly pupilId: string;
  readonly duty: DutyView;
  /** What to say of a home postcode that is nowhere on the map; null else. */
  readonly homeRemark: string | null;
  readonly notices: readonly ToldLine[];
  readonly exclusionId: string;
  /** The home authority's name when the duty is another's. */
  readonly toldAuthority: string | null;
  /** For officers: the request on the list. */
  readonly referralId: string | null;
}

/** The exclusion just recorded, for the officer or for the head of the school; null for anybody else. */
export async function recordedExclusion(tx: ReadTx, exclusionId: string): Promise<RecordedView | null> {
  const exclusion = await exclusionById(tx, exclusionId);
  if (!exclusion || !mayRecordFor(tx.actor, exclusion.establishment_id)) return null;
  const pupil = await pupilById(tx, exclusion.pupil_id);
  if (!pupil) return null;
  const calendars = await loadCalendars(tx);
  const ownCode = await ownAuthorityCode(tx);
  const other = isOtherAuthoritys(exclusion, ownCode);
  const home = other ? await tx.row(z.object({ name: textColumn }), sql`SELECT name FROM local_authority WHERE code = ${exclusion.home_authority_code}`) : null;
  const referral = await tx.row(z.object({ id: uuidColumn }), sql`SELECT id FROM referral WHERE exclusion_id = ${exclusion.id}::uuid`);
  return {
    exclusionId: exclusion.id, reference: exclusion.reference, firstName: pupil.first_name, pupilName: `${pupil.first_name} ${pupil.last_name}`, pupilId: pupil.id,
    homeRemark: pupil.home_easting === null ? unknownDistrictWords(pupil.home_postcode) : null,
    duty: dutyViewOf(calendars, exclusion, { today: tx.today, metOn: null, ownCode }),
    notices: await noticesWithTold(tx, calendars, exclusion, ownCode), toldAuthority: other ? (home?.name ?? 'the home authority') : null,
    referralId: mayKeepList(tx.actor) ? (referral?.id ?? null) : null,
  };
}
