import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { commandOf } from '@/scripts/run/command';

/** A small tree: what each file imports, and the rule that must object (none where the import is allowed). */
const TREE: readonly (readonly [from: string, to: string, rule: string | null])[] = [
  ['lib/placements/rules/a.ts', 'lib/agreements/types.ts', null],
  ['lib/placements/commands/a.ts', 'lib/placements/store.ts', null],
  ['lib/placements/commands/b.ts', 'lib/server/command.ts', null],
  ['lib/placements/queries.ts', 'lib/pupils/queries.ts', null],
  ['app/officer/page.tsx', 'lib/placements/queries.ts', null],
  ['app/officer/form.tsx', 'lib/placements/input.ts', null],
  ['components/tag.tsx', 'lib/placements/types.ts', null],
  ['lib/agreements/rules/a.ts', 'lib/placements/types.ts', 'order-agreements'],
  ['lib/calendars/rules/a.ts', 'lib/publishing/rules/b.ts', 'order-calendars'],
  ['lib/core/a.ts', 'lib/pupils/types.ts', 'core-alone'],
  ['lib/placements/rules/b.ts', 'lib/placements/store.ts', 'pure'],
  ['lib/placements/policy.ts', 'lib/server/command.ts', 'pure'],
  ['lib/exclusions/types.ts', 'lib/exclusions/queries.ts', 'pure'],
  ['lib/exclusions/input.ts', 'lib/server/command.ts', 'input-is-shape'],
  ['lib/server/session.ts', 'lib/people/queries.ts', 'server-knows-no-module'],
  ['lib/exclusions/commands/a.ts', 'lib/pupils/store.ts', null],
  ['lib/pupils/commands/e.ts', 'lib/exclusions/store.ts', 'order-pupils'],
  ['app/officer/c.tsx', 'lib/pupils/contact-store.ts', 'store-below-the-pages'],
  ['lib/exclusions/queries.ts', 'components/tag.tsx', 'lib-below-the-app'],
  ['app/officer/actions.ts', 'lib/placements/store.ts', 'store-below-the-pages'],
  ['app/officer/b.tsx', 'lib/placements/continue-placement.ts', 'app-acts-and-reads'],
  ['app/officer/d.tsx', 'lib/placements/rules/a.ts', null],
  ['components/price.tsx', 'lib/placements/queries.ts', 'components-show'],
  ['components/who.tsx', 'lib/server/session.ts', 'components-show'],
  ['lib/pupils/commands/a.ts', 'lib/server/db.ts', 'one-client'],
  ['lib/pupils/commands/b.ts', 'generated/prisma/client.ts', 'prisma-types'],
  ['lib/helpers/a.ts', 'lib/core/b.ts', null],
  ['lib/pupils/commands/c.ts', 'lib/helpers/a.ts', 'known-module'],
  ['lib/pupils/commands/d.ts', 'tests/support/builders.ts', 'no-tests-in-the-product'],
  ['lib/core/one.ts', 'lib/core/two.ts', 'no-cycles'],
  // A cycle is reported at one of its files.
  ['lib/core/two.ts', 'lib/core/one.ts', null],
  ['lib/core/three.ts', 'lib/core/missing.ts', 'resolvable'],
];

const report = z.object({
  summary: z.object({ violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })) }),
});

let folder: string;
let violations: z.infer<typeof report>['summary']['violations'];

const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'fairplace-boundaries-')));
  for (const file of new Set(TREE.map(([, to]) => to))) if (!file.endsWith('missing.ts')) write(file, 'export const value = 1;\n');
  for (const from of new Set(TREE.map(([file]) => file))) {
    const imports = TREE.filter(([file]) => file === from).map(([, to], at) => `import { value as v${at} } from '@/${to.replace(/\.tsx?$/, '')}';`);
    write(from, `${imports.join('\n')}\nexport const value = [${imports.map((_one, at) => `v${at}`).join(', ')}];\n`);
  }
  write('tsconfig.json', JSON.stringify({ compilerOptions: { module: 'esnext', moduleResolution: 'bundler', jsx: 'react-jsx', paths: { '@/*': ['./*'] } } }));
  cpSync('.dependency-cruiser.cjs', join(folder, '.dependency-cruiser.cjs'));
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [commandOf('dependency-cruiser', 'depcruise'), 'app', 'components', 'lib', 'tests', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'],
    { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  expect(stderr).toBe('');
  violations = report.parse(JSON.parse(stdout)).summary.violations;
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('module boundaries', () => {
  it.each(TREE)('%s importing %s: %s', (from, to, rule) => {
    const found = violations.filter((one) => one.from === from && (one.to === to || to.endsWith('missing.ts'))).map((one) => one.rule.name);
    if (rule === null) expect(found).toEqual([]);
    else expect(found).toContain(rule);
  });
});
