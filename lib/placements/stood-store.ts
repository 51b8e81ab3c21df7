import { sql } from '@/lib/server/unit-of-work';

/** Placements to select from as they stood at a moment, from their events, each of which keeps the whole row; as they stand where it is null. */
export function placementsAt(until: Date | null) {
  return until === null ? sql`placement` : sql`(
    SELECT r.* FROM (SELECT DISTINCT ON (e.placement_id) e.after FROM placement_event e WHERE e.recorded_at <= ${until} ORDER BY e.placement_id, e.entry DESC) stood
      CROSS JOIN LATERAL jsonb_populate_record(NULL::placement, stood.after) r)`;
}
