import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder } from '../postgres/folders';
import { runNode } from './command';
import { NEXT, ROOT } from './paths';
import { keptSecret } from './secrets';
import { hashOf } from './source-hash';

/** What the build is made of. Tests, scripts and documents do not change it. */
const SOURCES = [
  'app', 'components', 'lib', 'public', 'prisma/schema', 'proxy.ts', 'instrumentation.ts', 'next.config.ts',
  'postcss.config.mjs', 'tailwind.config.ts', 'tsconfig.json', 'package.json', 'package-lock.json',
];

const STAMP = 'fairplace-sources';

/**
 * Builds the app. The key of the server actions is kept, so that a page opened before a build still works after
 * it. Types are a stage of their own in `npm test` and `npm run check`.
 */
export async function build(folder: string): Promise<void> {
  const sources = hashOfSources(folder);
  rmSync(join(ROOT, folder, STAMP), { force: true });
  await runNode(NEXT, ['build'], { quiet: true, env: { NODE_ENV: 'production', NEXT_DIST_DIR: folder, ...actionsKey() } });
  writeFileSync(join(ROOT, folder, STAMP), sources);
}

/**
 * Builds unless the sources are those of the last build.
 * @returns whether it built
 */
export async function buildIfChanged(folder: string): Promise<boolean> {
  const stamp = join(ROOT, folder, STAMP);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hashOfSources(folder)) return false;
  await build(folder);
  return true;
}

/** Next reads the key while it builds and while it serves. */
export function actionsKey(): { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: string } {
  return {
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY:
      process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ?? keptSecret(dataFolder(ROOT), 'server-actions-key', 'base64'),
  };
}

const hashOfSources = (folder: string): string =>
  hashOf(SOURCES, `${folder} ${actionsKey().NEXT_SERVER_ACTIONS_ENCRYPTION_KEY}`);
