import type { World } from '@/scripts/run/worlds';
import { ownerOf } from './database';

/** What an act on a placement changes. */
const CHANGED = ['site_id', 'place_kind', 'counting_kind', 'share_tenths', 'planned_first_on', 'planned_last_on', 'started_on', 'left_on', 'state', 'where_next', 'decided_at', 'decided_by', 'version'];

/** Placements as they stand, by id. */
export async function rowsOf(world: World, ids: readonly string[]): Promise<ReadonlyMap<string, unknown>> {
  const { rows } = await ownerOf(world).query<{ id: string; row: unknown }>('SELECT id, to_jsonb(p) AS row FROM placement p WHERE id = ANY($1::uuid[])', [ids]);
  return new Map(rows.map(({ id, row }) => [id, row]));
}

/** Puts a placement back as it stood; one that goes on from it is cancelled. */
export async function setBack(world: World, id: string, row: unknown): Promise<void> {
  await cancelled(world, 'continues_id', id);
  await ownerOf(world).query(
    `UPDATE placement p SET ${CHANGED.map((name) => `${name} = b.${name}`).join(', ')} FROM jsonb_populate_record(NULL::placement, $2) b WHERE p.id = $1`, [id, JSON.stringify(row)]);
}

/** Cancels the placements of a pupil, at a site, or that go on from another. */
export async function cancelled(world: World, of: 'pupil_id' | 'site_id' | 'continues_id', id: string): Promise<void> {
  await ownerOf(world).query(`UPDATE placement SET state = 'cancelled' WHERE ${of} = $1 AND state <> 'cancelled'`, [id]);
}
