import { scopeIds } from '@/lib/core/roles';
import { textColumn, uuidColumn } from '@/lib/server/columns';
import { type ReadTx, sql, sqlJoin } from '@/lib/server/unit-of-work';
import { z } from 'zod';

/** What a person comes to /school for: a school they head, or a partnership they lead. */
export interface SchoolScope {
  /** Kept in the address: the place in this list, from 1. */
  readonly key: string;
  readonly label: string;
  readonly school: { readonly id: string; readonly name: string } | null;
  readonly partnershipSlug: string | null;
}

const scopeRow = z.object({ id: uuidColumn.nullable(), name: textColumn.nullable(), slug: textColumn.nullable(), partnership: textColumn.nullable() });

/** Schools headed first, by name, then partnerships led. */
export async function schoolScopes(tx: ReadTx): Promise<SchoolScope[]> {
  if (!tx.actor) return [];
  const schools = scopeIds(tx.actor, 'headteacher');
  const led = scopeIds(tx.actor, 'partnership_lead');
  const headed = schools.length === 0 ? [] : await tx.rows(scopeRow, sql`
    SELECT e.id, e.name, p.slug, p.name AS partnership
      FROM establishment e
      LEFT JOIN partnership_member m ON m.authority_id = e.authority_id AND m.establishment_id = e.id
                                    AND m.first_on <= ${tx.today}::date AND (m.last_on IS NULL OR m.last_on >= ${tx.today}::date)
      LEFT JOIN partnership p ON p.authority_id = m.authority_id AND p.id = m.partnership_id
     WHERE e.id IN (${sqlJoin(schools.map((id) => sql`${id}::uuid`))}) ORDER BY e.name, p.display_order`);
  const leads = led.length === 0 ? [] : await tx.rows(scopeRow, sql`
    SELECT NULL AS id, NULL AS name, p.slug, p.name AS partnership FROM partnership p
     WHERE p.id IN (${sqlJoin(led.map((id) => sql`${id}::uuid`))}) ORDER BY p.display_order, p.name`);
  return [...headed, ...leads].map((row, index) => ({
    key: `${index + 1}`,
    label: row.id !== null && row.name !== null ? row.name : row.partnership ?? '',
    school: row.id !== null && row.name !== null ? { id: row.id, name: row.name } : null,
    partnershipSlug: row.slug,
  }));
}
