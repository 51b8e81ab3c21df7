import { z } from 'zod';
import type { Calendars } from '@/lib/calendars/store';
import type { SchoolDays } from '@/lib/calendars/rules/school-days';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { dateColumn, textColumn, textsColumn, uuidColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';
import { daySixDutyOfPermanentExclusion } from './rules/day-six-clock';
import type { DaySixDuty, ExclusionMoment } from './types';

export const EXCLUSION_STATES = ['recorded', 'upheld', 'reinstated', 'cancelled'] as const;
/** Afternoon registration at a school that has said nothing else. */
const AFTERNOON_STARTS_AT = '13:15';


const exclusionRow = z.object({
  id: uuidColumn, reference: textColumn, pupil_id: uuidColumn, establishment_id: uuidColumn.nullable(), establishment_name: textColumn.nullable(),
  elsewhere_school: textColumn.nullable(), elsewhere_authority_code: textColumn.nullable(), excluded_on: dateColumn, excluded_at_time: textColumn.nullable(),
  after_afternoon_began: z.boolean(), decided_by: textColumn, reason_set: textColumn, reasons: textsColumn, home_authority_code: textColumn,
  no_exam_left: z.boolean(), phase: textColumn, state: z.enum(EXCLUSION_STATES), version: z.number(),
  born_on: dateColumn, year_group: z.number(), looked_after_by: textColumn.nullable(), has_social_worker: z.boolean(),
});

/** An exclusion with the facts about the pupil that its clock needs (R19). */
export type ExclusionRecord = z.output<typeof exclusionRow>;

/** Without those of an import that was undone: they never happened. */
const SELECT_EXCLUSION = sql`
  SELECT x.*, e.name AS establishment_name, p.born_on, p.year_group, p.looked_after_by, p.has_social_worker
    FROM permanent_exclusion x
    JOIN pupil p ON p.authority_id = x.authority_id AND p.id = x.pupil_id
    LEFT JOIN establishment e ON e.authority_id = x.authority_id AND e.id = x.establishment_id
   WHERE x.withdrawn_at IS NULL`;

export async function exclusionById(tx: ReadTx, id: string): Promise<ExclusionRecord | null> {
  return tx.row(exclusionRow, sql`${SELECT_EXCLUSION} AND x.id = ${id}::uuid`);
}

export async function exclusionsOfPupil(tx: ReadTx, pupilId: string): Promise<ExclusionRecord[]> {
  return tx.rows(exclusionRow, sql`${SELECT_EXCLUSION} AND x.pupil_id = ${pupilId}::uuid ORDER BY x.excluded_on DESC, x.reference DESC`);
}

/** Exclusions behind referrals that are still open. */
export async function exclusionsWaiting(tx: ReadTx): Promise<ExclusionRecord[]> {
  return tx.rows(exclusionRow, sql`${SELECT_EXCLUSION}
    AND x.id IN (SELECT r.exclusion_id FROM referral r WHERE r.state IN ('waiting', 'talking') AND r.exclusion_id IS NOT NULL)`);
}

/** The calendar the clock counts on: the excluding school's, or the authority's for a school elsewhere. */
export function countingDays(calendars: Calendars, exclusion: Pick<ExclusionRecord, 'establishment_id'>): SchoolDays {
  return calendars.forEstablishment(exclusion.establishment_id);
}

/** The day-6 duty with its working; null for history, which carries no clock. */
export function dutyOf(calendars: Calendars, exclusion: ExclusionRecord): DaySixDuty | null {
  if (exclusion.excluded_at_time === null) return null;
  return daySixDutyOfPermanentExclusion(
    countingDays(calendars, exclusion),
    momentOf(exclusion, exclusion.excluded_at_time),
    {
      bornOn: exclusion.born_on, yearGroup: exclusion.year_group, publicExamsLeft: exclusion.no_exam_left ? 0 : null,
      ehcPlanHoursProvided: false, lookedAfter: exclusion.looked_after_by !== null, socialWorker: exclusion.has_social_worker,
    },
  );
}

/** When the head decided, as the rules take it. */
export function momentOf(exclusion: ExclusionRecord, excludedAt: string): ExclusionMoment {
  return { excludedOn: exclusion.excluded_on, excludedAt, afternoonSessionStartsAt: afternoonStart(exclusion) };
}

/** The school's own answer to "had the afternoon session begun?" decides; the time of day only illustrates it. */
function afternoonStart(exclusion: ExclusionRecord): string {
  const at = exclusion.excluded_at_time ?? AFTERNOON_STARTS_AT;
  if (exclusion.after_afternoon_began) return at < AFTERNOON_STARTS_AT ? at : AFTERNOON_STARTS_AT;
  return at < AFTERNOON_STARTS_AT ? AFTERNOON_STARTS_AT : '23:59';
}

/** Exclusions decided from one day to another, both included, earliest first. */
export async function exclusionsBetween(tx: ReadTx, firstOn: CalendarDate, lastOn: CalendarDate): Promise<ExclusionRecord[]> {
  return tx.rows(exclusionRow, sql`${SELECT_EXCLUSION}
    AND x.excluded_on BETWEEN ${firstOn}::date AND ${lastOn}::date ORDER BY x.excluded_on, x.reference`);
}
