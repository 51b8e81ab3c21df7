import { z } from 'zod';
import { isSettingName, KNOWN_SETTINGS } from '@/lib/organisations/rules/known-settings';
import { textColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';

const nameRow = z.object({ id: textColumn, name: textColumn });
const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** Every id in values of any shape. */
export function idsIn(...values: readonly unknown[]): string[] {
  return [...new Set(JSON.stringify(values).match(ID) ?? [])];
}

/** References of records of pupils, and names of everything else, by id. No pupil is named. */
export async function recordNames(tx: ReadTx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.rows(nameRow, sql`
    WITH asked AS (SELECT unnest(${[...ids]}::uuid[]) AS id)
    SELECT r.id::text AS id, r.name FROM asked JOIN (
      SELECT id, reference AS name FROM placement UNION ALL SELECT id, reference FROM referral UNION ALL SELECT id, reference FROM permanent_exclusion
      UNION ALL SELECT id, reference FROM pupil UNION ALL SELECT id, reference || ', version ' || terms_version FROM agreement
      UNION ALL SELECT id, name FROM site UNION ALL SELECT id, name FROM partnership UNION ALL SELECT id, name FROM trust UNION ALL SELECT id, name FROM person UNION ALL SELECT id, name FROM provider
      UNION ALL SELECT id, name || coalesce(' (' || urn || ')', '') FROM establishment UNION ALL SELECT id, name || ', ' || academic_year FROM calendar_year
      UNION ALL SELECT id, file_name FROM import_batch UNION ALL SELECT id, file_name FROM import_upload
      UNION ALL SELECT id, replace(kind, '_', ' ') FROM task UNION ALL SELECT id, name FROM setting
      UNION ALL SELECT h.id, p.name FROM role_assignment h JOIN person p ON p.authority_id = h.authority_id AND p.id = h.person_id
    ) r USING (id)`);
  return new Map(rows.map((row) => [row.id, isSettingName(row.name) ? KNOWN_SETTINGS[row.name].title : row.name]));
}
