import { type WriteTx, sql } from '@/lib/server/unit-of-work';

/** One import of an authority at a time; others wait. */
export async function lockImports(tx: WriteTx): Promise<void> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`import ${tx.authorityId}`}, 0))`);
}

/** The locks of placement changes, in their one fixed order: pupils by id, then sites by id. */
export async function lockPupilsAndSites(tx: WriteTx, pupilIds: readonly string[], siteIds: readonly string[]): Promise<void> {
  await tx.execute(sql`SELECT 1 FROM pupil WHERE id = ANY(${[...new Set(pupilIds)]}::uuid[]) ORDER BY id FOR UPDATE`);
  await tx.execute(sql`SELECT 1 FROM site WHERE id = ANY(${[...new Set(siteIds)]}::uuid[]) ORDER BY id FOR UPDATE`);
}
