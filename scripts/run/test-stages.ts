import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium } from '../chromium';
import { nextFreePort } from '../postgres/free-port';
import { build } from './build';
import { commandOf, runNode, type Settings } from './command';
import { generateClient, generateRouteTypes } from './generate';
import { BUILD_FOLDERS, ROOT } from './paths';
import type { Stage } from './stages';
import { playwrightCounts, vitestCounts } from './test-counts';

const REPORTS = join(ROOT, 'test-results', 'counts');

/** The time zones in which the rules must give the same results. */
const OTHER_ZONES = ['Europe/London', 'Pacific/Auckland'];

export const generate: Stage = {
  name: 'Generated code',
  run: async () => {
    await generateClient();
    await generateRouteTypes(BUILD_FOLDERS.tests);
  },
};

export const types: Stage = {
  name: 'Types (tsc)',
  run: () => runNode(commandOf('typescript', 'tsc'), ['-p', 'tsconfig.next.json', '--noEmit']),
};

/** ESLint over the tree; the fast loop reads again only the files that changed. */
export const lint = ({ cached }: { cached: boolean }): Stage => ({
  name: 'Lint (eslint)',
  run: () => runNode(commandOf('eslint'), ['.', '--max-warnings', '0', ...(cached ? CACHE : [])]),
});

const CACHE = ['--cache', '--cache-strategy', 'content', '--cache-location', 'node_modules/.cache/eslint/'];

export const boundaries: Stage = {
  name: 'Module boundaries (dependency-cruiser)',
  run: () =>
    runNode(commandOf('dependency-cruiser', 'depcruise'), ['app', 'components', 'lib', 'prisma', 'scripts', 'tests', 'e2e', 'proxy.ts', '--config', '.dependency-cruiser.cjs']),
};

export const deadCode: Stage = { name: 'Dead code (knip)', run: () => runNode(commandOf('knip'), []) };

/** Some of Vitest's projects, without the files that match `except`. */
export function vitest(name: string, projects: readonly string[], { env = {}, except = [] }: { readonly env?: Settings; readonly except?: readonly string[] } = {}): Stage {
  const report = join(REPORTS, `${name.replace(/[^a-z]+/gi, '-')}.json`);
  return {
    name,
    run: async () => {
      mkdirSync(REPORTS, { recursive: true });
      rmSync(report, { force: true });
      const chosen = [...projects.flatMap((project) => ['--project', project]), ...except.flatMap((files) => ['--exclude', files])];
      await runNode(commandOf('vitest'), ['run', ...chosen, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], { env });
    },
    counts: () => vitestCounts(report),
  };
}

/** Disclosure control takes figures alone: no date, no time. */
export const rulesElsewhere: readonly Stage[] = OTHER_ZONES.map((zone) =>
  vitest(`Rules in ${zone}`, ['rules'], { env: { TZ: zone, FAIRPLACE_CASES: '200' }, except: ['tests/rules/publishing/disclosure/**'] }));

export const building: Stage = { name: 'Build (next)', run: () => build(BUILD_FOLDERS.tests) };

const BROWSER_REPORT = join(REPORTS, 'browser.json');

export const browser: Stage = {
  name: 'Browser tests (playwright)',
  run: async () => {
    const chromium = ensureChromium((line) => console.log(`   ${line}`));
    rmSync(BROWSER_REPORT, { force: true });
    await runNode(commandOf('@playwright/test', 'playwright'), ['test'], {
      env: { CHROMIUM_PATH: chromium, E2E_PORT: String(await nextFreePort(3100)), PLAYWRIGHT_JSON_OUTPUT_FILE: BROWSER_REPORT },
    });
  },
  counts: () => playwrightCounts(BROWSER_REPORT),
};
