import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

const eslint = new ESLint({
  overrideConfig: { languageOptions: { parserOptions: { projectService: { allowDefaultProject: ['app/*/*.ts', 'lib/*/*.ts', 'lib/*.ts', 'components/*.tsx'] } } } },
});

/** The rules that object to a text at a place in the tree. */
async function objections(filePath: string, text: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(text, { filePath });
  return [...new Set(result?.messages.filter(({ severity }) => severity === 2).map(({ ruleId }) => ruleId))];
}

const ACTIONS = 'app/scratch/actions.ts';
const HEAD = "'use server';\nimport { formAction } from '@/lib/server/form-action';\n";

describe('every export of an actions.ts is a formAction', () => {
  it.each([
    ['a call', `${HEAD}export const place = formAction({} as never);`],
    ['a type beside it', `${HEAD}export const place = formAction({} as never);\nexport type Placed = string;`],
    ["the sign-in's own action passed on", "'use server';\nimport { signInAction } from '@/lib/server/sign-in-action';\nexport const signIn = signInAction;"],
    ['a helper that is not exported', `${HEAD}const name = (): string => 'x';\nexport const place = formAction(name as never);`],
  ])('accepts %s', async (_what, text) => {
    expect(await objections(ACTIONS, text)).toEqual([]);
  });

  it.each([
    ['a function', `${HEAD}export async function place() { return formAction; }`],
    ['a function as a constant', `${HEAD}export const place = async () => formAction;`],
    ['an action of another file passed on', "'use server';\nimport { go } from '@/lib/server/others';\nexport const signIn = go;"],
    ['a default', `${HEAD}export default formAction;`],
    ['a list of names', `${HEAD}const place = formAction;\nexport { place };`],
    ['another file passed on', `${HEAD}export * from './others';\nexport const a = formAction({} as never);`],
    ['a missing directive', `import { formAction } from '@/lib/server/form-action';\nexport const place = formAction({} as never);`],
  ])('refuses %s', async (_what, text) => {
    expect(await objections(ACTIONS, text)).toContain('fairplace/form-action-exports');
  });

  it.each([
    ['inside a function of a page', 'app/scratch/panel.ts', "export const go = async () => { 'use server'; };"],
    ['at the top of another file', 'lib/placements/scratch.ts', "'use server';\nexport const go = async () => undefined;"],
  ])("refuses 'use server' %s", async (_what, file, text) => {
    expect(await objections(file, text)).toContain('fairplace/form-action-exports');
  });
});

describe('no clock and no randomness in lib', () => {
  it.each([
    'Date.now()', 'new Date()', 'Date()', 'performance.now()', 'Math.random()', 'crypto.randomUUID()', 'globalThis.crypto.randomUUID()',
  ])('refuses %s', async (expression) => {
    expect(await objections('lib/placements/scratch.ts', `export const value = ${expression};`)).toContain('fairplace/no-clock-or-chance');
  });

  it("refuses an import of Node's randomness", async () => {
    expect(await objections('lib/placements/scratch.ts', "import { randomUUID } from 'node:crypto';\nexport const id = randomUUID;"))
      .toContain('fairplace/no-clock-or-chance');
  });

  it('accepts a date made from a value', async () => {
    expect(await objections('lib/placements/scratch.ts', "export const day = new Date('2026-03-02T00:00:00Z');")).toEqual([]);
  });
});

describe('house rules', () => {
  it.each([
    ['any', 'lib/placements/scratch.ts', 'export const value: any = 1;', '@typescript-eslint/no-explicit-any'],
    ['@ts-ignore', 'lib/placements/scratch.ts', '// @ts-ignore\nexport const value = 1;', '@typescript-eslint/ban-ts-comment'],
    ['a file of 301 lines', 'lib/placements/scratch.ts', `export const value = 1;\n${'// line\n'.repeat(300)}`, 'max-lines'],
    ['a promise nobody waits for', 'lib/placements/scratch.ts', 'Promise.resolve(1);', '@typescript-eslint/no-floating-promises'],
    ['a second client', 'lib/placements/scratch.ts', "import { PrismaClient } from '@/generated/prisma/client';\nexport const db = new PrismaClient({} as never);", 'no-restricted-syntax'],
    ['a transaction elsewhere', 'lib/placements/scratch.ts', 'export const run = (db: { $transaction: () => number }) => db.$transaction();', 'no-restricted-syntax'],
  ])('refuse %s', async (_what, file, text, rule) => {
    expect(await objections(file, text)).toContain(rule);
  });

  it('cannot be switched off in a comment', async () => {
    const text = '/* eslint-disable @typescript-eslint/no-explicit-any */\nexport const value: any = 1;';
    expect(await objections('lib/placements/scratch.ts', text)).toContain('@typescript-eslint/no-explicit-any');
  });
});
