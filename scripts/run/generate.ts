import { commandOf, runNode } from './command';
import { NEXT } from './paths';

/**
 * Makes Prisma's client from prisma/schema. It needs no engine: any program that exits with 0 keeps Prisma from
 * downloading one.
 */
export async function generateClient(): Promise<void> {
  await runNode(commandOf('prisma'), ['generate', '--no-hints'], {
    quiet: true,
    env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' },
  });
}

/** Makes the types of the pages' addresses, for the type-check. */
export async function generateRouteTypes(buildFolder: string): Promise<void> {
  await runNode(NEXT, ['typegen'], { quiet: true, env: { NEXT_DIST_DIR: buildFolder } });
}
