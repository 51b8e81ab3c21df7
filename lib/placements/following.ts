import { z } from 'zod';
import { conflict } from '@/lib/core/refusal';
import { textColumn, uuidColumn } from '@/lib/server/columns';
import { type ReadTx, type WriteTx, sql } from '@/lib/server/unit-of-work';
import { applyChange, nextState, type PlacementChanges } from './change';
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

/** Why an act on a placement waits for what goes on from it. */
export function goesOnFirst(reference: string): string {
  return `${reference} goes on from this placement. Change or cancel that one first`;
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

/** What goes on from a placement and stands as it does: proposed with it, questioned with it, accepted with it. It takes the same answer. */
export async function answeredWith(tx: ReadTx, row: PlacementRow): Promise<PlacementRow[]> {
  return (await followingHere(tx, row)).filter((one) => one.state === row.state && one.concern === row.concern);
}

/** Gives the answer to a placement to what goes on from it, in the same act. `following` are those of `answeredWith` before the answer. */
export async function answerFollowing(tx: WriteTx, row: PlacementRow, following: readonly PlacementRow[], changes: PlacementChanges, act: string, actId: string): Promise<string[]> {
  for (const one of following) await applyChange(tx, one, changes, { act, actId, reason: `With ${row.reference}, from which it goes on` });
  return following.map((one) => one.reference);
}

const earlierRow = z.object({ id: uuidColumn, reference: textColumn });

/** The placement whose answer this one follows: at the same site, not answered yet or its pupil did not arrive; null when this one is answered for itself. */
export async function followsAnswerTo(tx: ReadTx, row: Pick<PlacementRow, 'continues_id' | 'site_id'>): Promise<{ readonly id: string; readonly reference: string } | null> {
  if (row.continues_id === null) return null;
  return tx.row(earlierRow, sql`
    SELECT id, reference FROM placement WHERE id = ${row.continues_id}::uuid AND site_id = ${row.site_id}::uuid AND state IN ('proposed', 'concern', 'not_arrived')`);
}

/** Refuses an answer to a placement that follows the answer to another. */
export async function refuseIfItFollows(tx: ReadTx, row: PlacementRow): Promise<void> {
  const earlier = await followsAnswerTo(tx, row);
  if (earlier) throw conflict(`This is another share of the week that goes on from ${earlier.reference} and follows its answer. Answer ${earlier.reference}`);
}
