/** Writes many rows of one table with one statement. */
import type { Client } from 'pg';

/** Column names with values as JSON holds them: dates as text, pence as text, lists as arrays. */
export type Row = Readonly<Record<string, unknown>>;

function names(client: Client, columns: readonly string[]): string {
  return columns.map((column) => client.escapeIdentifier(column)).join(', ');
}

/**
 * Inserts the rows, in order. PostgreSQL reads each value as the type of its column.
 * @throws RangeError when the rows do not all have the columns of the first
 */
export async function insertRows(client: Client, table: string, rows: readonly Row[]): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first).sort();
  const shape = columns.join();
  if (rows.some((row) => Object.keys(row).sort().join() !== shape)) throw new RangeError(`The rows for ${table} differ in their columns`);
  const name = client.escapeIdentifier(table);
  await client.query(
    `INSERT INTO ${name} (${names(client, columns)}) SELECT ${names(client, columns)} FROM jsonb_populate_recordset(NULL::${name}, $1::jsonb)`,
    [JSON.stringify(rows)],
  );
}
