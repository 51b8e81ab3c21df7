import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));

// The server's zone must not matter; scripts/test-zones.ts runs the rules in others.
process.env.TZ ??= 'UTC';

const ALONE = 'tests/integration/**/*.alone.test.ts';
const withDatabase = { globalSetup: ['tests/support/postgres.ts'], testTimeout: 60_000, hookTimeout: 60_000 };

export default defineConfig({
  resolve: {
    alias: [
      { find: 'server-only', replacement: `${root}tests/support/empty.ts` },
      { find: /^@\//, replacement: root },
    ],
  },
  test: {
    maxWorkers: Math.max(2, availableParallelism()),
    setupFiles: ['tests/support/property-runs.ts'],
    projects: [
      // Rules are pure: no file can disturb another, and modules are loaded once a worker.
      { extends: true, test: { name: 'rules', isolate: false, include: ['tests/rules/**/*.test.{ts,tsx}'], testTimeout: 120_000 } },
      { extends: true, test: { name: 'contract', isolate: false, include: ['tests/contract/**/*.test.ts'], ...withDatabase } },
      // Each test has an authority of its own: files of one worker share its database, and so its modules.
      { extends: true, test: { name: 'integration', isolate: false, include: ['tests/integration/**/*.test.ts'], exclude: [ALONE], ...withDatabase } },
      // Files that point the application at a database of their own.
      { extends: true, test: { name: 'alone', include: [ALONE], ...withDatabase } },
    ],
  },
});
