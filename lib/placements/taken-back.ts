import { sql } from '@/lib/server/unit-of-work';

/** For a query over `placement p`: without those of an import that was undone. They never happened. */
export const NOT_TAKEN_BACK = sql`NOT EXISTS (SELECT 1 FROM import_batch b WHERE b.authority_id = p.authority_id AND b.id = p.import_id AND b.undone_at IS NOT NULL)`;
