import { z } from 'zod';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { dutyMetOn, FULL_TIME_WEEKLY_MINUTES } from '@/lib/exclusions/rules/full-time';
import { dateColumn, textColumn, uuidColumn } from '@/lib/server/columns';
import { type ReadTx, type WriteTx, sql } from '@/lib/server/unit-of-work';

/** A request for a place that a file's row may answer, or that it makes. */
export interface Referral {
  readonly id: string;
  readonly route: string;
  readonly pupilId: string;
  readonly establishmentId: string | null;
  /** The day of its exclusion, from which on it can be answered; null for another route. */
  readonly excludedOn: CalendarDate | null;
}

const referralRow = z.object({ id: uuidColumn, route: textColumn, pupil_id: uuidColumn, establishment_id: uuidColumn.nullable(), excluded_on: dateColumn.nullable() });

/** Requests of some pupils that are not closed, the latest first. */
export async function referralsOf(tx: ReadTx, pupilIds: readonly string[]): Promise<Referral[]> {
  const found = await tx.rows(referralRow, sql`
    SELECT r.id, r.route, r.pupil_id, r.establishment_id, x.excluded_on FROM referral r
      LEFT JOIN permanent_exclusion x ON x.authority_id = r.authority_id AND x.id = r.exclusion_id
     WHERE r.pupil_id = ANY(${[...pupilIds]}::uuid[]) AND r.state <> 'closed' AND (r.exclusion_id IS NULL OR x.state IN ('recorded', 'upheld'))
     ORDER BY r.received_on DESC, r.reference DESC`);
  return found.map((one) => ({ id: one.id, route: one.route, pupilId: one.pupil_id, establishmentId: one.establishment_id, excludedOn: one.excluded_on }));
}

const exclusionRow = z.object({ id: uuidColumn, pupil_id: uuidColumn, excluded_on: dateColumn });

/** Standing exclusions of some pupils for which no request was ever made, the latest first. */
export async function exclusionsWithoutReferral(tx: ReadTx, pupilIds: readonly string[]): Promise<{ readonly id: string; readonly pupilId: string; readonly excludedOn: CalendarDate }[]> {
  const found = await tx.rows(exclusionRow, sql`
    SELECT x.id, x.pupil_id, x.excluded_on FROM permanent_exclusion x
     WHERE x.pupil_id = ANY(${[...pupilIds]}::uuid[]) AND x.state IN ('recorded', 'upheld')
       AND NOT EXISTS (SELECT 1 FROM referral r WHERE r.authority_id = x.authority_id AND r.exclusion_id = x.id)
     ORDER BY x.excluded_on DESC, x.reference DESC`);
  return found.map((one) => ({ id: one.id, pupilId: one.pupil_id, excludedOn: one.excluded_on }));
}

export interface NewReferral {
  readonly id: string;
  readonly pupilId: string;
  readonly route: string;
  readonly exclusionId: string | null;
  readonly establishmentId: string | null;
  readonly receivedOn: CalendarDate;
  readonly wantedFrom: CalendarDate | null;
  readonly shareTenths: number;
  readonly askedFor: string;
  readonly needs: readonly string[];
}

/** Enters requests in the order given, which is the order of their references. */
export async function insertReferrals(tx: WriteTx, made: readonly NewReferral[]): Promise<void> {
  await tx.execute(sql`
    INSERT INTO referral (authority_id, id, pupil_id, route, exclusion_id, establishment_id, received_on, wanted_from, wanted_share_tenths, asked_for, needs, recorded_by, recorded_at)
    SELECT ${tx.authorityId}, r.id, r."pupilId", r.route, r."exclusionId", r."establishmentId", r."receivedOn", r."wantedFrom", r."shareTenths", r."askedFor",
           ARRAY(SELECT jsonb_array_elements_text(r.needs)), ${tx.actor?.personId ?? null}::uuid, ${tx.now}
      FROM ROWS FROM (jsonb_to_recordset(${JSON.stringify(made)}::jsonb) AS (id uuid, "pupilId" uuid, route text, "exclusionId" uuid, "establishmentId" uuid,
             "receivedOn" date, "wantedFrom" date, "shareTenths" integer, "askedFor" text, needs jsonb)) WITH ORDINALITY AS r
     ORDER BY r.ordinality`);
}

const startedRow = z.object({ referral_id: uuidColumn, started_on: dateColumn, last_on: dateColumn, share_tenths: z.number() });

/** Takes pupils off the list whose full-time education has started under the requests given (R36d: part-time places add up). */
export async function meetReferrals(tx: WriteTx, referralIds: readonly string[]): Promise<void> {
  const started = await tx.rows(startedRow, sql`
    SELECT referral_id, started_on, last_on, share_tenths FROM placement
     WHERE referral_id = ANY(${[...referralIds]}::uuid[]) AND started_on IS NOT NULL AND state <> 'cancelled'`);
  const met = [...new Set(started.map((one) => one.referral_id))].filter((id) => dutyMetOn(started.filter((one) => one.referral_id === id).map((one) => ({
    firstOn: one.started_on, lastOn: one.last_on, weeklyMinutes: (one.share_tenths * FULL_TIME_WEEKLY_MINUTES) / 10,
  }))) !== null);
  await tx.execute(sql`UPDATE referral SET state = 'met', version = version + 1 WHERE id = ANY(${met}::uuid[]) AND state IN ('waiting', 'talking')`);
}
