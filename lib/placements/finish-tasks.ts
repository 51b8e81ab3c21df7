import { type WriteTx, sql } from '@/lib/server/unit-of-work';

/** Closes the open tasks about a placement that did not arrive or met a concern, with what settled them. */
export async function finishTasksOf(tx: WriteTx, placementId: string, note: string): Promise<void> {
  await tx.execute(sql`
    UPDATE task SET done_at = ${tx.now}, done_by = ${tx.actor?.personId ?? null}::uuid, done_note = ${note}, version = version + 1
     WHERE placement_id = ${placementId}::uuid AND done_at IS NULL AND kind IN ('did_not_arrive', 'concern_raised')`);
}
