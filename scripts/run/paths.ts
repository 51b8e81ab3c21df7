import { join } from 'node:path';

/** The checkout: npm runs every command from it. */
export const ROOT = process.cwd();

export const MIGRATIONS = join(ROOT, 'prisma', 'migrations');
export const NEXT = join(ROOT, 'node_modules', 'next', 'dist', 'bin', 'next');

/** Separate builds, so that a running demonstration survives the tests. */
export const BUILD_FOLDERS = { demonstration: '.next-demo', tests: '.next-test' } as const;
