import type { CalendarDate } from '@/lib/core/calendar-date';
import { type WriteTx, sql } from '@/lib/server/unit-of-work';

/** Why a request closed whose pupil is another authority's. */
export const TOLD_AND_CLOSED = 'The home authority was told and has the duty';

export interface ToTell { readonly exclusionId: string; readonly reference: string; readonly pupilId: string; readonly homeAuthority: string }

/** The home authority has the duty from day 6 and is told without delay, the same day (R3, R24). */
export async function addTellTask(tx: WriteTx, one: ToTell): Promise<void> {
  await tx.execute(sql`
    INSERT INTO task (authority_id, kind, title, for_role, pupil_id, exclusion_id, due_on, created_at)
    SELECT ${tx.authorityId}, 'tell_home_authority', 'Tell ' || a.name || ', the home authority, of permanent exclusion ' || ${one.reference},
           'placement_officer', ${one.pupilId}::uuid, ${one.exclusionId}::uuid, ${tx.today}::date, ${tx.now}
      FROM local_authority a WHERE a.code = ${one.homeAuthority}`);
}

/**
 * The home authority was told: kept with the exclusion, the open task is done, and the request closes, because that
 * authority has the duty.
 */
export async function homeAuthorityTold(tx: WriteTx, exclusionId: string, told: { readonly on: CalendarDate; readonly note: string }): Promise<void> {
  const by = tx.actor?.personId ?? null;
  await tx.execute(sql`
    UPDATE task SET done_at = ${tx.now}, done_by = ${by}::uuid, done_note = ${told.note}, version = version + 1
     WHERE exclusion_id = ${exclusionId}::uuid AND kind = 'tell_home_authority' AND done_at IS NULL`);
  await tx.execute(sql`
    INSERT INTO exclusion_event (authority_id, exclusion_id, kind, happened_on, outcome, recorded_by, recorded_at)
    VALUES (${tx.authorityId}, ${exclusionId}::uuid, 'home_authority_told', ${told.on}::date, ${told.note}, ${by}::uuid, ${tx.now})`);
  await tx.execute(sql`
    UPDATE referral SET state = 'closed', closed_on = ${tx.today}::date, closed_reason = ${TOLD_AND_CLOSED}, version = version + 1
     WHERE exclusion_id = ${exclusionId}::uuid AND state IN ('waiting', 'talking')`);
}

/** Takes back that another authority has the duty: the open task is done with a note, and a request that was closed for it is open again. */
export async function withdrawTellTask(tx: WriteTx, exclusionId: string, note: string): Promise<void> {
  await tx.execute(sql`
    UPDATE task SET done_at = ${tx.now}, done_by = ${tx.actor?.personId ?? null}::uuid, done_note = ${note}, version = version + 1
     WHERE exclusion_id = ${exclusionId}::uuid AND kind = 'tell_home_authority' AND done_at IS NULL`);
  await tx.execute(sql`
    UPDATE referral SET state = 'waiting', closed_on = NULL, closed_reason = '', version = version + 1
     WHERE exclusion_id = ${exclusionId}::uuid AND state = 'closed' AND closed_reason = ${TOLD_AND_CLOSED}`);
}
