import type { World } from '@/scripts/run/worlds';
import { arrangeCharges } from './arrange-charges';
import { ownerOf } from './database';

/** What the demonstration has none of and the tests look at, once a world: an empty import in each council, a marker in the one without, exclusions recorded by their school. */
export async function arrangeRecords(world: World): Promise<void> {
  const owner = ownerOf(world);
  await arrangeCharges(world);
  await owner.query(`
    INSERT INTO import_batch (authority_id, kind, file_name, file_hash, encoding, rows_read, rows_created, rows_unchanged, imported_at)
    SELECT a.id, 'places', 'places.csv', repeat('0', 64), 'utf-8', 0, 0, 0, '2026-03-02T09:00:00Z'
      FROM authority a WHERE a.is_demonstration AND NOT EXISTS (SELECT 1 FROM import_batch b WHERE b.authority_id = a.id)`);
  // A head may correct what the own school recorded: the demonstration's were recorded by officers.
  await owner.query(`
    UPDATE permanent_exclusion x SET recorded_by = h.person_id FROM role_assignment h
     WHERE h.authority_id = x.authority_id AND h.role = 'headteacher' AND h.establishment_id = x.establishment_id AND x.state = 'recorded' AND x.excluded_at_time IS NOT NULL`);
  // At a site where the pupil neither is nor waits to be, so that no other test meets it.
  await owner.query(`
    INSERT INTO pupil_marker (authority_id, pupil_id, kind, site_id, reason, first_on, last_on)
    SELECT p.authority_id, p.pupil_id, 'not_at', s.id, 'Asked for by the parents', '2026-01-05', '2026-07-17'
      FROM authority a
      JOIN LATERAL (SELECT authority_id, pupil_id, site_id FROM placement WHERE authority_id = a.id AND state = 'started' ORDER BY reference DESC LIMIT 1) p ON true
      JOIN LATERAL (SELECT id FROM site WHERE authority_id = a.id AND id <> p.site_id ORDER BY slug LIMIT 1) s ON true
     WHERE a.is_demonstration AND NOT EXISTS (SELECT 1 FROM pupil_marker m WHERE m.authority_id = a.id)`);
}
