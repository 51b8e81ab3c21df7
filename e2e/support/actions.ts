import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ACTION_ACCESS, type ActionName } from '@/lib/server/access';
import { buildFolderOf } from '@/scripts/run/world-record';

const manifest = z.object({
  node: z.record(z.string(), z.object({ filename: z.string(), exportedName: z.string(), workers: z.record(z.string(), z.unknown()) })),
});

/** A server action of the build, which anybody who knows its id can call. */
export interface BuiltAction {
  readonly id: string;
  readonly action: ActionName;
  /** A page that carries it, as a path of the pages. */
  readonly path: string;
  /** `app/.../actions.ts#accept`. */
  readonly where: string;
}

/** Actions that are no `formAction` of a command, by their export. */
const OTHERS: Readonly<Record<string, ActionName>> = {
  'app/sign-in/actions.ts#signIn': 'session.sign_in',
  'app/sign-out/actions.ts#signOut': 'session.sign_out',
  'app/password/actions.ts#change': 'session.change_password',
};

/**
 * Every server action of the build with its row of ACTION_ACCESS.
 * @throws Error for an export that names no row
 */
export function builtActions(): BuiltAction[] {
  const { node } = manifest.parse(JSON.parse(readFileSync(join(buildFolderOf(), 'server', 'server-reference-manifest.json'), 'utf8')));
  return Object.entries(node).map(([id, { filename, exportedName, workers }]) => {
    const where = `${filename}#${exportedName}`;
    const action = OTHERS[where] ?? actionIn(filename, exportedName);
    if (action === undefined || !(action in ACTION_ACCESS)) throw new Error(`${where} has no row in ACTION_ACCESS (lib/server/access.ts).`);
    return { id, action: action as ActionName, path: pathOf(Object.keys(workers)[0] ?? ''), where };
  });
}

/** `export const extend = formAction({ action: 'placement.extend', ...`. */
function actionIn(filename: string, exportedName: string): string | undefined {
  const source = readFileSync(join(process.cwd(), filename), 'utf8');
  return new RegExp(`export const ${exportedName} = formAction\\(\\{\\s*action: '([a-z_.]+)'`).exec(source)?.[1];
}

/** `app/[authority]/site/page` is `/[authority]/site`. */
function pathOf(worker: string): string {
  return worker.replace(/^app/, '').replace(/\/page$/, '') || '/';
}
