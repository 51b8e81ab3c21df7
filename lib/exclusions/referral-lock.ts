import { dateInWords } from '@/lib/core/date-words';
import { notFoundRefusal, stale } from '@/lib/core/refusal';
import { type WriteTx, sql } from '@/lib/server/unit-of-work';
import { type ExclusionRecord, exclusionById } from './store';
import { referralById, type ReferralRecord } from './referral-store';

/** The referral, locked; or the refusal that it is absent, or that it changed since the page was opened. */
export async function lockedReferral(tx: WriteTx, id: string, version: number): Promise<ReferralRecord> {
  await tx.execute(sql`SELECT 1 FROM referral WHERE id = ${id}::uuid FOR UPDATE`);
  const row = await referralById(tx, id);
  if (!row) throw notFoundRefusal();
  if (row.version !== version) {
    throw stale('Somebody changed this request while you had the page open. Nothing of yours was saved; what you typed is below. Open the page again to go on from what stands now', [
      `Now: ${row.state}`, ...(row.no_place_note ? [`No place found: ${row.no_place_note}`] : []), ...(row.next_action ? [`Next action: ${row.next_action}`] : []),
    ]);
  }
  return row;
}

/** The exclusion, locked; or the refusal that it is absent, or that it changed since the page was opened. */
export async function lockedExclusion(tx: WriteTx, id: string, version: number): Promise<ExclusionRecord> {
  await tx.execute(sql`SELECT 1 FROM permanent_exclusion WHERE id = ${id}::uuid FOR UPDATE`);
  const row = await exclusionById(tx, id);
  if (!row) throw notFoundRefusal();
  if (row.version !== version) {
    throw stale('Somebody changed this exclusion while you had the page open. Nothing of yours was saved; what you typed is below. Open the page again to go on from what stands now', [
      `Now: exclusion of ${dateInWords(row.excluded_on)}, ${row.state}`,
    ]);
  }
  return row;
}

/** Ends what runs of a referral's interim education, on the day given or the day before it would have begun. */
export async function endInterimOf(tx: WriteTx, referralId: string, on: string): Promise<number> {
  return tx.execute(sql`
    UPDATE interim_education SET ended_on = greatest(first_on - 1, ${on}::date), version = version + 1
     WHERE referral_id = ${referralId}::uuid AND ended_on IS NULL AND last_on > ${on}::date`);
}
