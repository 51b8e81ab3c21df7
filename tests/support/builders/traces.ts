import type { Council } from './authority';
import { asOwner } from './insert-rows';

/** A fingerprint of every table's rows of an authority, to see what an act changed. */
export async function tracesOf(council: Council): Promise<Record<string, string>> {
  return asOwner(council.database.owner, council.id, async (query) => {
    const tables = await query(`
      SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'authority_id'
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'`);
    const traces: Record<string, string> = {};
    for (const { name } of tables) {
      const [row] = await query(`SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS trace FROM ${String(name)} t WHERE authority_id = $1`, [council.id]);
      traces[String(name)] = String(row?.trace);
    }
    return traces;
  });
}

/** The tables whose rows differ between two traces. */
export function changedTables(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): string[] {
  return Object.keys(after).filter((name) => before[name] !== after[name]).sort();
}

/** The audit of an authority, oldest first. */
export async function auditOf(council: Council): Promise<Record<string, unknown>[]> {
  return asOwner(council.database.owner, council.id, (query) =>
    query('SELECT act, outcome, actor_id, subject_kind, subject_id, pupil_id, before, after, reason FROM audit_event WHERE authority_id = $1 ORDER BY id', [council.id]));
}
