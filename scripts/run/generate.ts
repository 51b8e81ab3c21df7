import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandOf, runNode } from './command';
import { hashOf } from './source-hash';
import { NEXT, ROOT } from './paths';

const STAMP = join(ROOT, 'generated', 'fairplace-sources');

/**
 * Makes Prisma's client from prisma/schema, unless schema and Prisma are those of the last time. It needs no engine: any program that exits with 0 keeps Prisma from
 * downloading one.
 */
export async function generateClient(): Promise<void> {
  const sources = hashOf(['prisma/schema', 'prisma.config.ts', 'package-lock.json']);
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sources) return;
  await runNode(commandOf('prisma'), ['generate', '--no-hints'], {
    quiet: true,
    env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' },
  });
  writeFileSync(STAMP, sources);
}

/** Makes the types of the pages' addresses, for the type-check. */
export async function generateRouteTypes(buildFolder: string): Promise<void> {
  await runNode(NEXT, ['typegen'], { quiet: true, env: { NEXT_DIST_DIR: buildFolder } });
}
