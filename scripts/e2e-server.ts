/**
 * The servers of the browser tests: one database, freshly migrated and seeded, copied for each world, and the
 * tests' build served once for each. Playwright starts and stops it. E2E_PORT chooses other ports, E2E_WORLDS
 * fewer worlds, E2E_BUILD_FOLDER another build.
 */
import { rmSync } from 'node:fs';
import { ensureDatabase, withDatabase } from './postgres/connection';
import { copyDatabase } from './postgres/copy-database';
import { startEmbedded } from './postgres/embedded';
import { temporaryFolder } from './postgres/folders';
import { migrate } from './postgres/migrations';
import { ensureRoles } from './postgres/roles';
import { postgresUser } from './postgres/system-user';
import { sweepAbandoned } from './postgres/temporary';
import { buildIfChanged } from './run/build';
import { generateClient } from './run/generate';
import { BUILD_FOLDERS, MIGRATIONS } from './run/paths';
import { step } from './run/progress';
import { seedIfEmpty } from './run/seed';
import { makeRoomForTests } from './run/room-for-tests';
import { serve } from './run/serve';
import { atEnd, isStopping, runMain } from './run/shutdown';
import { removeWorldRecord, writeWorldRecord } from './run/world-record';
import { addressOf, chosenWorlds, portOf } from './run/worlds';

const TEMPLATE = 'fairplace_seeded';

const quiet = (): void => undefined;

runMain(async () => {
  const buildFolder = process.env.E2E_BUILD_FOLDER ?? BUILD_FOLDERS.tests;
  const user = postgresUser();
  await sweepAbandoned();
  const folder = temporaryFolder(user);
  atEnd(async () => rmSync(folder, { recursive: true, force: true }));
  const server = await step('Database', () => startEmbedded({ folder, user, durable: false }));
  atEnd(() => server.stop());
  await ensureDatabase(server.url, TEMPLATE);
  const seeded = withDatabase(server.url, TEMPLATE);
  const roles = await ensureRoles(seeded, folder);
  await step('Migrations', () => migrate(seeded, MIGRATIONS));
  await step('Database client', generateClient);
  await step('Both councils', () => seedIfEmpty(seeded, roles, quiet));
  await makeRoomForTests(seeded);
  const worlds = chosenWorlds().map((name) => ({ name, database: `fairplace_${name.replace('-', '_')}` }));
  await step('A copy for each world', async () => {
    for (const { database } of worlds) await copyDatabase(server.url, TEMPLATE, database);
  }, () => worlds.map(({ name }) => name).join(', '));
  await step('Build', () => buildIfChanged(buildFolder), (built) => (built ? 'built' : 'unchanged'));
  const { demonstrationSignIns } = await import('../prisma/seed/main');
  const ownerUrls = Object.fromEntries(worlds.map(({ name, database }) => [name, withDatabase(server.url, database)]));
  writeWorldRecord({ buildFolder, ownerUrls, signIns: demonstrationSignIns() });
  atEnd(async () => removeWorldRecord());
  const servers = await step('Servers', () => Promise.all(worlds.map(({ name, database }) =>
    serve({
      roles: { appUrl: withDatabase(roles.appUrl, database), publicUrl: withDatabase(roles.publicUrl, database) },
      port: portOf(name), buildFolder, mode: 'start', env: { FAIRPLACE_DEMO: '1' },
    }))), () => worlds.map(({ name }) => addressOf(name)).join(', '));
  await Promise.race(servers.map(({ ended }) => ended));
  return isStopping() ? 0 : 1;
}, { endsWithParent: true });
