/**
 * The server of the browser tests: a database of its own, freshly migrated and seeded, and the tests' build.
 * Playwright starts and stops it. E2E_PORT chooses another port.
 */
import { rmSync } from 'node:fs';
import { ensureDatabase, withDatabase } from './postgres/connection';
import { startEmbedded } from './postgres/embedded';
import { temporaryFolder } from './postgres/folders';
import { migrate } from './postgres/migrations';
import { ensureRoles } from './postgres/roles';
import { postgresUser } from './postgres/system-user';
import { buildIfChanged } from './run/build';
import { generateClient } from './run/generate';
import { BUILD_FOLDERS, MIGRATIONS } from './run/paths';
import { step } from './run/progress';
import { seedIfEmpty } from './run/seed';
import { serve } from './run/serve';
import { atEnd, isStopping, runMain } from './run/shutdown';
import { sweepAbandoned } from './postgres/temporary';

const quiet = (): void => undefined;

runMain(async () => {
  const port = Number.parseInt(process.env.E2E_PORT ?? '3100', 10);
  const user = postgresUser();
  await sweepAbandoned();
  const folder = temporaryFolder(user);
  atEnd(async () => rmSync(folder, { recursive: true, force: true }));
  const server = await step('Database', () => startEmbedded({ folder, user, durable: false }));
  atEnd(() => server.stop());
  await ensureDatabase(server.url, 'fairplace');
  const ownerUrl = withDatabase(server.url, 'fairplace');
  const roles = await ensureRoles(ownerUrl, folder);
  await step('Migrations', () => migrate(ownerUrl, MIGRATIONS));
  await step('Database client', generateClient);
  await step('Both councils', () => seedIfEmpty(ownerUrl, roles, quiet));
  await step('Build', () => buildIfChanged(BUILD_FOLDERS.tests), (built) => (built ? 'built' : 'unchanged'));
  const { ended } = await step('Server', () =>
    serve({ roles, port, buildFolder: BUILD_FOLDERS.tests, mode: 'start', env: { FAIRPLACE_DEMO: '1' } }));
  await ended;
  return isStopping() ? 0 : 1;
});
