import { z } from 'zod';
import { type ReadTx, type WriteTx, sql } from '@/lib/server/unit-of-work';
import { uuidColumn } from '@/lib/server/columns';
import { applyChange, nextState } from './change';
import { placementById, type PlacementRow } from './store';

const idRow = z.object({ id: uuidColumn });

/**
 * What is planned to go on from a placement at the same site and has not begun (another share from a later day), in
 * order. It falls with the placement it goes on from; a move to another site is a decision of its own and stands.
 */
export async function followingHere(tx: ReadTx, row: Pick<PlacementRow, 'id' | 'site_id'>): Promise<PlacementRow[]> {
  const ids = await tx.rows(idRow, sql`
    WITH RECURSIVE following AS (
      SELECT p.id, p.first_on FROM placement p
       WHERE p.continues_id = ${row.id}::uuid AND p.site_id = ${row.site_id}::uuid AND p.state IN ('proposed', 'accepted', 'concern', 'not_arrived')
      UNION
      SELECT p.id, p.first_on FROM placement p JOIN following f ON p.continues_id = f.id
       WHERE p.site_id = ${row.site_id}::uuid AND p.state IN ('proposed', 'accepted', 'concern', 'not_arrived')
    )
    SELECT id FROM following ORDER BY first_on, id`);
  const rows = await Promise.all(ids.map((one) => placementById(tx, one.id)));
  return rows.filter((one): one is PlacementRow => one !== null);
}

/** Cancels it in the same act, so that one undo brings all of it back. The caller holds the locks of pupil and site. */
export async function cancelFollowing(tx: WriteTx, row: PlacementRow, actId: string, reason: string): Promise<string[]> {
  const following = await followingHere(tx, row);
  for (const one of following) await applyChange(tx, one, { state: nextState(one, 'cancel') }, { act: 'cancel', actId, reason });
  return following.map((one) => one.reference);
}

const continuesHereRow = z.object({ here: z.boolean() });

/** True when a placement goes on from another at the same site: nobody arrives, and nothing has to be prepared. */
export async function goesOnHere(tx: ReadTx, row: Pick<PlacementRow, 'continues_id' | 'site_id'>): Promise<boolean> {
  if (row.continues_id === null) return false;
  return (await tx.row(continuesHereRow, sql`SELECT site_id = ${row.site_id}::uuid AS here FROM placement WHERE id = ${row.continues_id}::uuid`))?.here ?? false;
}
