import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'pg';
import { withClient } from './connection';

/** One folder of prisma/migrations. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the file in hexadecimal, as Prisma keeps it. */
  readonly checksum: string;
}

interface AppliedRow {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished_at: Date | null;
}

/** The same lock Prisma takes while it migrates. */
const LOCK = 72707369;

const TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id varchar(36) PRIMARY KEY NOT NULL,
  checksum varchar(64) NOT NULL,
  finished_at timestamptz,
  migration_name varchar(255) NOT NULL,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz NOT NULL DEFAULT now(),
  applied_steps_count integer NOT NULL DEFAULT 0
)`;

/** The migrations of a folder in the order of their names. */
export function readMigrations(folder: string): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'migration.sql')))
    .map((entry) => {
      const sql = readFileSync(join(folder, entry.name, 'migration.sql'), 'utf8');
      return { name: entry.name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * Applies what the database has not had yet, each file in a transaction of its own, and keeps the list in
 * Prisma's table.
 * @returns the names applied now
 * @throws Error when an applied file has changed or is gone, when an earlier one was left half done, or with
 * the statement's position when a file fails; that file then leaves no trace
 */
export async function migrate(url: string, folder: string): Promise<string[]> {
  const migrations = readMigrations(folder);
  return withClient(url, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await client.query(TABLE);
    const { rows } = await client.query<AppliedRow>(
      'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
    );
    checkApplied(rows, migrations);
    const applied = new Set(rows.map((row) => row.migration_name));
    const due = migrations.filter((migration) => !applied.has(migration.name));
    for (const migration of due) await apply(client, migration);
    return due.map((migration) => migration.name);
  });
}

function checkApplied(rows: readonly AppliedRow[], migrations: readonly Migration[]): void {
  for (const row of rows) {
    const file = migrations.find((migration) => migration.name === row.migration_name);
    if (row.finished_at === null) throw new Error(`Migration ${row.migration_name} was begun and not finished. Mend the database first.`);
    if (file === undefined) throw new Error(`The database has had migration ${row.migration_name}, which this version does not have.`);
    if (file.checksum !== row.checksum) {
      throw new Error(`Migration ${row.migration_name} has changed since the database had it. Put the file back and write a new migration.`);
    }
  }
}

async function apply(client: Client, migration: Migration): Promise<void> {
  const started = new Date();
  await client.query('BEGIN');
  try {
    await client.query(migration.sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, $4, clock_timestamp(), 1)`,
      [randomUUID(), migration.checksum, migration.name, started],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw new Error(`Migration ${migration.name} failed${lineOf(error, migration.sql)}: ${(error as Error).message}`, { cause: error });
  }
}

/** ", line 12" from the character position PostgreSQL gives. */
function lineOf(error: unknown, sql: string): string {
  const position = Number.parseInt((error as { position?: string }).position ?? '', 10);
  return Number.isInteger(position) ? `, line ${sql.slice(0, position).split('\n').length}` : '';
}
