import type { Pool } from 'pg';

export type Row = Readonly<Record<string, unknown>>;

/**
 * Inserts rows as the owner, in one statement of one transaction with the authority set, so that forced
 * row-level security holds for an owner who is no superuser too. Every row names the same columns.
 */
export async function insertRows(owner: Pool, authorityId: string, table: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  if (columns.length === 0) return;
  const names = ['authority_id', ...columns].join(', ');
  await asOwner(owner, authorityId, (query) => query(
    `INSERT INTO ${table} (${names}) SELECT ${names} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`,
    [JSON.stringify(rows.map((row) => ({ authority_id: authorityId, ...row })))],
  ));
}

type Query = (text: string, values?: readonly unknown[]) => Promise<Record<string, unknown>[]>;

/** Runs statements as the owner in one transaction of an authority. */
export async function asOwner<T>(owner: Pool, authorityId: string, work: (query: Query) => Promise<T>): Promise<T> {
  const client = await owner.connect();
  try {
    await client.query('BEGIN');
    await client.query("SELECT set_config('app.authority_id', $1, true)", [authorityId]);
    const result = await work(async (text, values = []) => (await client.query<Record<string, unknown>>(text, [...values])).rows);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}
