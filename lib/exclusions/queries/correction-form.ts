import { SEN_TYPES } from '@/lib/pupils/rules/sen-types';
import type { ReadTx } from '@/lib/server/unit-of-work';
import { type Standing, standingOf, wasRecordedBySchool } from '../correcting';
import { mayCorrect, mayKeepList } from '../policy';
import { reasonSettings } from '../reason-settings';
import { datedReasonCodes } from '../rules/reason-codes';
import { localAuthorities } from '../school-choice';
import { exclusionsOfPupil, type ExclusionRecord } from '../store';

interface Choice { readonly value: string; readonly text: string }

/** What the form of a correction shows and offers. */
export interface CorrectionForm extends Pick<Standing, 'pupil' | 'exclusion'> {
  readonly authorities: readonly Choice[];
  readonly reasons: readonly Choice[];
  readonly needs: readonly Choice[];
}

/** The exclusion that a pupil's details are corrected with: the one named, else the latest that stands, one with its time of day first; null for none. */
export async function exclusionToCorrect(tx: ReadTx, pupilId: string, exclusionId: string | null): Promise<ExclusionRecord | null> {
  const all = await exclusionsOfPupil(tx, pupilId);
  if (exclusionId !== null) return all.find((one) => one.id === exclusionId) ?? null;
  const standing = all.filter((one) => one.state === 'recorded' || one.state === 'upheld');
  return standing.find((one) => one.excluded_at_time !== null) ?? standing[0] ?? null;
}

/** The record to correct: any for an officer, a head's own school's as far as the school recorded it; null for anybody else. */
export async function correctionForm(tx: ReadTx, pupilId: string, exclusionId: string | null): Promise<CorrectionForm | null> {
  const exclusion = await exclusionToCorrect(tx, pupilId, exclusionId);
  if (exclusionId !== null && exclusion === null) return null;
  if (!(exclusion === null ? mayKeepList(tx.actor) : await mayCorrectExclusion(tx, exclusion))) return null;
  const standing = await standingOf(tx, pupilId, exclusion?.id ?? null);
  if (!standing) return null;
  const settings = await reasonSettings(tx, exclusion?.excluded_on ?? tx.today);
  const codes = new Map(datedReasonCodes(settings).filter((one) => one.lastOn === null || exclusion === null || one.lastOn >= exclusion.excluded_on).map((one) => [one.code, one.label]));
  return {
    pupil: standing.pupil, exclusion: standing.exclusion,
    authorities: (await localAuthorities(tx)).map(({ code, name }) => ({ value: code, text: name })),
    needs: SEN_TYPES.map(({ code, name }) => ({ value: code, text: name })),
    reasons: [...codes].map(([code, label]) => ({ value: code, text: `${label} (${code})` })),
  };
}

/** Whether the reader may correct an exclusion with its pupil's details. */
export async function mayCorrectExclusion(tx: ReadTx, exclusion: ExclusionRecord): Promise<boolean> {
  return mayCorrect(tx.actor, { establishmentId: exclusion.establishment_id, state: exclusion.state, recordedBySchool: await wasRecordedBySchool(tx, exclusion.id) });
}
