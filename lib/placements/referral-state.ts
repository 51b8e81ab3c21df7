import { z } from 'zod';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { dutyMetOn, FULL_TIME_WEEKLY_MINUTES } from '@/lib/exclusions/rules/full-time';
import { dateColumn } from '@/lib/server/columns';
import { type ReadTx, type WriteTx, sql } from '@/lib/server/unit-of-work';

const heldRow = z.object({ started_on: dateColumn, last_on: dateColumn, share_tenths: z.number() });

/** The day on which full-time education really started under a referral (R36d): part-time places add up, interim education does not end the wait. */
export async function educationStartedOn(tx: ReadTx, referralId: string): Promise<CalendarDate | null> {
  const started = await tx.rows(heldRow, sql`
    SELECT started_on, last_on, share_tenths FROM placement
     WHERE referral_id = ${referralId}::uuid AND started_on IS NOT NULL AND state <> 'cancelled'`);
  return dutyMetOn(started.map((row) => ({
    firstOn: row.started_on, lastOn: row.last_on, weeklyMinutes: (row.share_tenths * FULL_TIME_WEEKLY_MINUTES) / 10,
  })));
}

/** Takes the pupil off the list once full-time education has started, and puts them back when that is undone. */
export async function refreshReferral(tx: WriteTx, referralId: string): Promise<void> {
  const met = (await educationStartedOn(tx, referralId)) !== null;
  await tx.execute(met
    ? sql`UPDATE referral SET state = 'met', version = version + 1 WHERE id = ${referralId}::uuid AND state IN ('waiting', 'talking')`
    : sql`UPDATE referral SET state = 'waiting', version = version + 1 WHERE id = ${referralId}::uuid AND state = 'met'`);
}
