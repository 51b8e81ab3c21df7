/**
 * `npm run screenshots`: the README's pictures, of a demonstration freshly laid in beside any that runs. The data, its
 * day, the browser's clock and the window are always the same, and nothing moves, so pictures change only with the pages.
 */
import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { ensureChromium } from './chromium';
import { ensureDatabase, withDatabase } from './postgres/connection';
import { startEmbedded } from './postgres/embedded';
import { temporaryFolder } from './postgres/folders';
import { nextFreePort } from './postgres/free-port';
import { migrate } from './postgres/migrations';
import { ensureRoles } from './postgres/roles';
import { postgresUser } from './postgres/system-user';
import { buildIfChanged } from './run/build';
import { generateClient } from './run/generate';
import { BUILD_FOLDERS, MIGRATIONS, ROOT } from './run/paths';
import { step } from './run/progress';
import { seedIfEmpty } from './run/seed';
import { serve } from './run/serve';
import { atEnd, runMain } from './run/shutdown';
import { PICTURES, type Picture, takePicture } from './run/pictures';

const FOLDER = join(ROOT, 'docs', 'screenshots');
const MOST_BYTES = 200_000;

runMain(async () => {
  const user = postgresUser();
  const folder = temporaryFolder(user);
  atEnd(async () => rmSync(folder, { recursive: true, force: true }));
  const server = await step('Database', () => startEmbedded({ folder, user, durable: false }));
  atEnd(() => server.stop());
  const ownerUrl = withDatabase(server.url, 'fairplace_screenshots');
  await ensureDatabase(server.url, 'fairplace_screenshots');
  const roles = await ensureRoles(ownerUrl, folder);
  await step('Migrations', () => migrate(ownerUrl, MIGRATIONS));
  await step('Database client', generateClient);
  await step('Both councils', () => seedIfEmpty(ownerUrl, roles, () => undefined));
  const buildFolder = process.env.E2E_BUILD_FOLDER ?? BUILD_FOLDERS.tests;
  await step('Build', () => buildIfChanged(buildFolder), (built) => (built ? 'built' : 'unchanged'));
  const port = await nextFreePort(3200);
  const { address } = await step('Server', () => serve({ roles, port, buildFolder, mode: 'start', env: { FAIRPLACE_DEMO: '1' } }));
  const args = process.getuid?.() === 0 ? ['--no-sandbox', '--disable-dev-shm-usage'] : [];
  const browser = await chromium.launch({ executablePath: ensureChromium(console.log), args });
  atEnd(() => browser.close());
  mkdirSync(FOLDER, { recursive: true });
  for (const picture of PICTURES) await step(picture.file, () => keep(browser, address, picture), (bytes) => `${Math.ceil(bytes / 1000)} kB`);
});

/** @throws Error for a picture too large for a README */
async function keep(browser: Browser, address: string, picture: Picture): Promise<number> {
  const path = join(FOLDER, picture.file);
  await takePicture(browser, address, picture, path);
  const { size } = statSync(path);
  if (size > MOST_BYTES) throw new Error(`${picture.file} has ${size} bytes, more than ${MOST_BYTES}: show less of the page.`);
  return size;
}
