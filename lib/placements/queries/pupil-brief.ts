import { z } from 'zod';
import type { Calendars } from '@/lib/calendars/store';
import { ageOn } from '@/lib/core/calendar-date';
import { idInput } from '@/lib/core/input';
import { ROUTE_WORDS } from '@/lib/core/field-words';
import { referralById, type ReferralRecord } from '@/lib/exclusions/referral-store';
import { type ExclusionRecord, exclusionById } from '@/lib/exclusions/store';
import type { DutyView } from '@/lib/exclusions/types';
import { senTypeName } from '@/lib/pupils/rules/sen-types';
import { yearGroupInWords } from '@/lib/pupils/rules/year-group';
import { pupilById, type PupilRecord } from '@/lib/pupils/store';
import { textColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';
import { educationStartedOn } from '../referral-state';
import type { PupilBrief } from '../types';
import { SCHOOL_ELSEWHERE } from './pupil-school';
import { referralClock } from './referral-clock';

export interface LoadedReferral {
  readonly referral: ReferralRecord;
  readonly pupil: PupilRecord;
  readonly exclusion: ExclusionRecord | null;
  /** Codes of the needs to be met: those of the request, else the pupil's. */
  readonly needs: readonly string[];
  readonly brief: PupilBrief;
}

/** A request for a place with its pupil; null when there is none. */
export async function loadReferral(tx: ReadTx, calendars: Calendars, referralId: string): Promise<LoadedReferral | null> {
  const referral = idInput.safeParse(referralId).success ? await referralById(tx, referralId) : null;
  const pupil = referral && (await pupilById(tx, referral.pupil_id));
  if (!referral || !pupil) return null;
  const exclusion = referral.exclusion_id === null ? null : await exclusionById(tx, referral.exclusion_id);
  const needs = referral.needs.length > 0 ? referral.needs : pupil.needs;
  const clock = await referralClock(tx, calendars, referral, exclusion, await educationStartedOn(tx, referral.id));
  return { referral, pupil, exclusion, needs, brief: briefOf(tx, referral, pupil, exclusion, needs, clock, await mainSchool(tx, pupil.id)) };
}

function briefOf(
  tx: ReadTx, referral: ReferralRecord, pupil: PupilRecord, exclusion: ExclusionRecord | null, needs: readonly string[], clock: DutyView, schoolName: string | null,
): PupilBrief {
  return {
    pupilId: pupil.id, reference: pupil.reference, firstName: pupil.first_name, lastName: pupil.last_name,
    yearGroup: yearGroupInWords(pupil.year_group), age: ageOn(pupil.born_on, tx.today), bornOn: pupil.born_on,
    school: referral.establishment_name ?? exclusion?.establishment_name ?? exclusion?.elsewhere_school ?? schoolName ?? 'No school; held by the authority',
    route: ROUTE_WORDS[referral.route] ?? referral.route, needs: needs.map(senTypeName), flags: flagsOf(pupil),
    language: pupil.needs_interpreter ? `${pupil.language}, interpreter needed` : pupil.language === 'English' ? null : pupil.language,
    home: [pupil.home_address, pupil.home_postcode].filter(Boolean).join(', '), askedFor: referral.asked_for, clock,
  };
}

/** EHC plan, looked after, social worker: the facts that change what has to be done. */
export function flagsOf(pupil: Pick<PupilRecord, 'sen_provision' | 'looked_after_by' | 'has_social_worker' | 'previously_looked_after'>): string[] {
  return [
    ...(pupil.sen_provision === 'E' ? ['EHC plan'] : pupil.sen_provision === 'K' ? ['SEN support'] : []),
    ...(pupil.looked_after_by === null ? [] : ['Looked after']),
    ...(pupil.previously_looked_after ? ['Previously looked after'] : []),
    ...(pupil.has_social_worker ? ['Social worker'] : []),
  ];
}

/** The school whose main roll the pupil is on today, else the one elsewhere that excluded the pupil; null for neither. */
export async function mainSchool(tx: ReadTx, pupilId: string): Promise<string | null> {
  const row = await tx.row(z.object({ name: textColumn.nullable() }), sql`
    SELECT coalesce((SELECT e.name FROM roll_entry r JOIN establishment e ON e.authority_id = r.authority_id AND e.id = r.establishment_id
                      WHERE r.authority_id = u.authority_id AND r.pupil_id = u.id AND r.status = 'main' AND r.first_on <= ${tx.today}::date
                        AND (r.last_on IS NULL OR r.last_on >= ${tx.today}::date) ORDER BY r.first_on DESC LIMIT 1), ${SCHOOL_ELSEWHERE}) AS name
      FROM pupil u WHERE u.id = ${pupilId}::uuid`);
  return row?.name ?? null;
}
