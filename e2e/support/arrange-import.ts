import type { World } from '@/scripts/run/worlds';
import { ownerOf } from './database';

/** The demonstration imports nothing, so its councils are each given one empty import to look at; once a world. */
export async function arrangeImport(world: World): Promise<void> {
  await ownerOf(world).query(`
    INSERT INTO import_batch (authority_id, kind, file_name, file_hash, encoding, rows_read, rows_created, rows_unchanged, imported_at)
    SELECT a.id, 'places', 'places.csv', repeat('0', 64), 'utf-8', 0, 0, 0, '2026-03-02T09:00:00Z'
      FROM authority a WHERE a.is_demonstration AND NOT EXISTS (SELECT 1 FROM import_batch b WHERE b.authority_id = a.id)`);
}
