import { Pool } from 'pg';
import { inject } from 'vitest';
import { withDatabase } from '@/scripts/postgres/connection';
import { copyTemplate } from './template-database';

/** This worker's own database: migrated, and empty but for what earlier files of the worker left. */
export interface TestDatabase {
  /** Owner and superuser: sees past row-level security. For arranging and for looking at the catalogue only. */
  readonly ownerUrl: string;
  /** The application's role, as the running app connects. */
  readonly appUrl: string;
  /** The role of the public reports. */
  readonly publicUrl: string;
  /** Pools over the same connections, opened when first used and closed at the worker's end. */
  readonly owner: Pool;
  readonly app: Pool;
}

let opened: Promise<TestDatabase> | undefined;

/**
 * The database of this worker; the first call copies it from the template. It also sets APP_DATABASE_URL and the
 * sign-in's settings, so that code of lib/server imported after it uses this database.
 */
export function testDatabase(): Promise<TestDatabase> {
  opened ??= open();
  return opened;
}

async function open(): Promise<TestDatabase> {
  const { prefix } = inject('postgres');
  const database = await connect(`w_${prefix}_${process.env.VITEST_POOL_ID ?? '1'}`);
  process.env.APP_DATABASE_URL = database.appUrl;
  process.env.PUBLIC_DATABASE_URL = database.publicUrl;
  process.env.NEXTAUTH_SECRET ??= 'a secret that only the tests use, long enough';
  process.env.NEXTAUTH_URL ??= 'http://127.0.0.1:3000';
  process.env.LOG_LEVEL ??= 'fatal';
  return database;
}

async function connect(database: string): Promise<TestDatabase> {
  const server = inject('postgres');
  await copyTemplate(server.ownerUrl, database);
  const urls = {
    ownerUrl: withDatabase(server.ownerUrl, database),
    appUrl: withDatabase(server.appUrl, database),
    publicUrl: withDatabase(server.publicUrl, database),
  };
  return { ...urls, owner: poolOf(urls.ownerUrl), app: poolOf(urls.appUrl) };
}

function poolOf(connectionString: string): Pool {
  // allowExitOnIdle: a worker that has finished its files is not kept by an open connection.
  const pool = new Pool({ connectionString, max: 64, allowExitOnIdle: true });
  // The server is stopped while idle connections of the last file are open.
  pool.on('error', () => undefined);
  return pool;
}
