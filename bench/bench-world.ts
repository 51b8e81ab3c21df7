import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Pool } from 'pg';
import { ensureDatabase, withDatabase } from '@/scripts/postgres/connection';
import { startEmbedded } from '@/scripts/postgres/embedded';
import { dataFolder, temporaryFolder } from '@/scripts/postgres/folders';
import { anyFreePort } from '@/scripts/postgres/free-port';
import { migrate } from '@/scripts/postgres/migrations';
import { ensureRoles } from '@/scripts/postgres/roles';
import { postgresUser } from '@/scripts/postgres/system-user';
import { buildIfChanged } from '@/scripts/run/build';
import { generateClient } from '@/scripts/run/generate';
import { BUILD_FOLDERS, MIGRATIONS, ROOT } from '@/scripts/run/paths';
import { step } from '@/scripts/run/progress';
import { keptSecret } from '@/scripts/run/secrets';
import { seedIfEmpty } from '@/scripts/run/seed';
import { serve } from '@/scripts/run/serve';
import { atEnd } from '@/scripts/run/shutdown';
import { encode } from 'next-auth/jwt';

/** One PostgreSQL that flushes to disk, the demonstration in it, and one server of the build. */
export interface BenchWorld {
  readonly address: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** The server's own log, in which statements are found. */
  readonly logFile: string;
  readonly owner: Pool;
  /** The Cookie header of the demonstration's person of a role. */
  cookie(email: string): Promise<string>;
}

export async function benchWorld(): Promise<BenchWorld> {
  const buildFolder = process.env.BENCH_BUILD_FOLDER ?? BUILD_FOLDERS.tests;
  const user = postgresUser();
  const folder = temporaryFolder(user);
  atEnd(async () => rmSync(folder, { recursive: true, force: true }));
  const server = await step('Database', () => startEmbedded({ folder, user, durable: true }));
  atEnd(() => server.stop());
  await ensureDatabase(server.url, 'fairplace');
  const ownerUrl = withDatabase(server.url, 'fairplace');
  const roles = await ensureRoles(ownerUrl, folder);
  await migrate(ownerUrl, MIGRATIONS);
  await step('Database client', generateClient);
  await step('Both councils', () => seedIfEmpty(ownerUrl, roles, () => undefined));
  await step('Build', () => buildIfChanged(buildFolder), (built) => (built ? 'built' : 'unchanged'));
  const { address } = await step('Server', async () =>
    serve({ roles, port: await anyFreePort(), buildFolder, mode: 'start', env: { FAIRPLACE_DEMO: '1', LOG_LEVEL: 'error' } }));
  const owner = new Pool({ connectionString: ownerUrl, max: 4, allowExitOnIdle: true });
  owner.on('error', () => undefined);
  atEnd(() => owner.end());
  return { address, ownerUrl, appUrl: roles.appUrl, logFile: join(folder, 'server.log'), owner, cookie: (email) => cookieOf(owner, email) };
}

async function cookieOf(owner: Pool, email: string): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    "INSERT INTO account_session (account_id, expires_at) SELECT id, now() + interval '1 hour' FROM account WHERE email = $1 RETURNING id", [email]);
  const secret = process.env.NEXTAUTH_SECRET ?? keptSecret(dataFolder(ROOT), 'sign-in-secret');
  return `next-auth.session-token=${await encode({ secret, token: { sub: rows[0]?.id }, maxAge: 3600 })}`;
}
