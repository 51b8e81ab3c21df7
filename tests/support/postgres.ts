/**
 * Vitest's global setup of the projects with a database: one PostgreSQL for the run, with the roles and a
 * migrated template. Projects that run together share it.
 */
import { rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { ensureDatabase, withDatabase } from '@/scripts/postgres/connection';
import { startEmbedded } from '@/scripts/postgres/embedded';
import { temporaryFolder } from '@/scripts/postgres/folders';
import { migrate } from '@/scripts/postgres/migrations';
import { ensureRoles, type RoleUrls } from '@/scripts/postgres/roles';
import { postgresUser } from '@/scripts/postgres/system-user';
import { sweepAbandoned } from '@/scripts/postgres/temporary';
import { TEMPLATE } from './template-database';

/** What the workers are told about the server. */
export interface TestServer extends RoleUrls {
  /** The owner's connection to the template; never open one to it, or it cannot be copied. */
  readonly ownerUrl: string;
  /** Begins the names of the project's databases, since projects number their workers alike. */
  readonly prefix: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    postgres: TestServer;
  }
}

interface Shared {
  users: number;
  started: Promise<{ urls: RoleUrls & { ownerUrl: string }; stop: () => Promise<void> }>;
}

// Each project reads this file afresh, in one process.
const kept = globalThis as { fairplaceTestServer?: Shared };

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const shared = (kept.fairplaceTestServer ??= { users: 0, started: start() });
  shared.users += 1;
  const { urls, stop } = await shared.started;
  project.provide('postgres', { ...urls, prefix: project.name });
  return async () => {
    shared.users -= 1;
    if (shared.users > 0) return;
    delete kept.fairplaceTestServer;
    await stop();
  };
}

async function start(): Promise<Awaited<Shared['started']>> {
  await sweepAbandoned();
  const user = postgresUser();
  const folder = temporaryFolder(user);
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  const server = await startEmbedded({ folder, user, durable: false }).catch((error: unknown) => {
    remove();
    throw error;
  });
  const atExit = (): void => {
    server.stopNow();
    remove();
  };
  // Vitest ends without calling the teardown when it is interrupted twice.
  process.once('exit', atExit);
  await ensureDatabase(server.url, TEMPLATE);
  const ownerUrl = withDatabase(server.url, TEMPLATE);
  const roles = await ensureRoles(ownerUrl, folder);
  await migrate(ownerUrl, 'prisma/migrations');
  return {
    urls: { ownerUrl, ...roles },
    stop: async () => {
      process.off('exit', atExit);
      await server.stop();
      remove();
    },
  };
}
