import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { dataFolder } from '../postgres/folders';
import { runNode } from './command';
import { NEXT, ROOT } from './paths';
import { keptSecret } from './secrets';

/** What the build is made of. Tests, scripts and documents do not change it. */
const SOURCES = [
  'app', 'components', 'lib', 'public', 'prisma/schema', 'prisma/seed', 'proxy.ts', 'instrumentation.ts', 'next.config.ts',
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

function hashOfSources(folder: string): string {
  const hash = createHash('sha256').update(`${process.version} ${folder} ${actionsKey().NEXT_SERVER_ACTIONS_ENCRYPTION_KEY}`);
  for (const file of SOURCES.flatMap((source) => filesOf(join(ROOT, source)))) {
    const content = readFileSync(file);
    hash.update(`\n${relative(ROOT, file)} ${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}

function filesOf(path: string): string[] {
  if (!existsSync(path)) return [];
  try {
    return readdirSync(path, { withFileTypes: true })
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry) => (entry.isDirectory() ? filesOf(join(path, entry.name)) : [join(path, entry.name)]));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return [path];
    throw error;
  }
}
