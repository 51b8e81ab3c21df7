import { z } from 'zod';
import { dateColumn, textColumn, uuidColumn } from '@/lib/server/columns';
import { type ReadTx, type WriteTx, sql } from '@/lib/server/unit-of-work';
import { type MarkerConflict, markerConflicts } from './markers';

const placeRow = z.object({ id: uuidColumn, reference: textColumn, pupil_id: uuidColumn, site_id: uuidColumn, first_on: dateColumn, last_on: dateColumn });
type Place = z.output<typeof placeRow>;

/** A place that a pupil has against a marker. */
export interface PlaceInConflict extends MarkerConflict {
  readonly placementId: string;
  readonly reference: string;
}

/** The places that a pupil has, or is to have, against a marker. */
export async function placesInConflict(tx: ReadTx, pupilId: string): Promise<PlaceInConflict[]> {
  return conflictsOf(tx, await tx.rows(placeRow, sql`
    SELECT id, reference, pupil_id, site_id, first_on, last_on FROM placement
     WHERE pupil_id = ${pupilId}::uuid AND holds_place AND last_on >= ${tx.today}::date ORDER BY first_on, reference`));
}

async function conflictsOf(tx: ReadTx, places: readonly Place[]): Promise<PlaceInConflict[]> {
  const found = await markerConflicts(tx, places.map((one) => ({ key: one.id, pupilId: one.pupil_id, siteId: one.site_id, firstOn: one.first_on, lastOn: one.last_on })));
  return found.map((one) => ({ ...one, placementId: one.key, reference: places.find((place) => place.id === one.key)?.reference ?? '' }));
}

/** Gives the officers a task for each of these places, unless one is open for it. */
export async function openMarkerTasks(tx: WriteTx, pupilId: string, places: readonly PlaceInConflict[]): Promise<void> {
  for (const one of new Map(places.map((place) => [place.placementId, place])).values()) {
    await tx.execute(sql`
      INSERT INTO task (authority_id, kind, title, for_role, pupil_id, placement_id, due_on, created_at)
      SELECT ${tx.authorityId}, 'marker_conflict', ${`A marker stands against the place at ${one.site_name}, placement ${one.reference}: move or end it, or end the marker`}, 'placement_officer',
             ${pupilId}::uuid, ${one.placementId}::uuid, ${tx.today}::date, ${tx.now}
       WHERE NOT EXISTS (SELECT 1 FROM task t WHERE t.kind = 'marker_conflict' AND t.placement_id = ${one.placementId}::uuid AND t.done_at IS NULL)`);
  }
}

/** Closes the tasks of places that no marker stands against any more, with what settled them. */
export async function settleMarkerTasks(tx: WriteTx, note: string): Promise<void> {
  const open = await tx.rows(placeRow.extend({ holds_place: z.boolean() }), sql`
    SELECT p.id, p.reference, p.pupil_id, p.site_id, p.first_on, p.last_on, p.holds_place
      FROM task t JOIN placement p ON p.authority_id = t.authority_id AND p.id = t.placement_id WHERE t.kind = 'marker_conflict' AND t.done_at IS NULL`);
  if (open.length === 0) return;
  const standing = new Set((await conflictsOf(tx, open.filter((one) => one.holds_place))).map((one) => one.placementId));
  const settled = open.map((one) => one.id).filter((id) => !standing.has(id));
  await tx.execute(sql`
    UPDATE task SET done_at = ${tx.now}, done_by = ${tx.actor?.personId ?? null}::uuid, done_note = ${note}, version = version + 1
     WHERE kind = 'marker_conflict' AND done_at IS NULL AND placement_id = ANY(${settled}::uuid[])`);
}
