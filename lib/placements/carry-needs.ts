import type { PupilRecord } from '@/lib/pupils/store';
import { type WriteTx, sql } from '@/lib/server/unit-of-work';

/**
 * Requests for a place carry the needs that the place must meet, copied from the pupil when they were recorded: where the
 * pupil's needs are corrected, requests that still have the same ones follow; needs asked for otherwise stay.
 */
export async function carryNeeds(tx: WriteTx, before: Pick<PupilRecord, 'id' | 'needs'>, needs: readonly string[]): Promise<void> {
  if (before.needs.join() === needs.join()) return;
  await tx.execute(sql`
    UPDATE referral SET needs = ${[...needs]}, version = version + 1
     WHERE pupil_id = ${before.id}::uuid AND needs = ${[...before.needs]}::text[] AND state IN ('waiting', 'talking', 'met')`);
}
