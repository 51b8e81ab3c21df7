import { spawn, type ChildProcess } from 'node:child_process';
import type { RoleUrls } from '../postgres/roles';
import { dataFolder } from '../postgres/folders';
import { actionsKey } from './build';
import type { Settings } from './command';
import { NEXT, ROOT } from './paths';
import { keptSecret } from './secrets';
import { atEnd, isStopping } from './shutdown';
import { stopChild } from './stop-child';

export interface ServeOptions {
  readonly roles: RoleUrls;
  readonly port: number;
  readonly buildFolder: string;
  readonly mode: 'start' | 'dev';
  /** Settings on top, for example FAIRPLACE_DEMO. */
  readonly env?: Settings;
}

/** A running Next server. */
export interface Served {
  readonly address: string;
  /** Resolves when the server has ended. */
  readonly ended: Promise<void>;
}

const HOST = '127.0.0.1';

/**
 * Starts Next on the loopback address and waits until it answers. The owner's connection is kept from it.
 * @throws Error when the server ends or does not answer within a minute
 */
export async function serve({ roles, port, buildFolder, mode, env }: ServeOptions): Promise<Served> {
  const address = `http://${HOST}:${port}`;
  const child = spawn(process.execPath, [NEXT, mode, '-H', HOST, '-p', String(port)], {
    cwd: ROOT,
    stdio: ['ignore', mode === 'dev' ? 'inherit' : 'ignore', 'inherit'],
    env: serverEnvironment(address, roles, { NODE_ENV: mode === 'dev' ? 'development' : 'production', NEXT_DIST_DIR: buildFolder, ...env }),
  });
  atEnd(() => stopChild(child));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await answers(address, child);
  return { address, ended };
}

function serverEnvironment(address: string, roles: RoleUrls, extra: Settings): NodeJS.ProcessEnv {
  const { DATABASE_URL: _owner, ...inherited } = process.env;
  return {
    NEXTAUTH_URL: address,
    NEXTAUTH_SECRET: keptSecret(dataFolder(ROOT), 'sign-in-secret'),
    ...inherited,
    ...actionsKey(),
    APP_DATABASE_URL: roles.appUrl,
    PUBLIC_DATABASE_URL: roles.publicUrl,
    NEXT_TELEMETRY_DISABLED: '1',
    ...extra,
  };
}

async function answers(address: string, child: ChildProcess): Promise<void> {
  const limit = performance.now() + 60_000;
  while (performance.now() < limit) {
    if (isStopping()) return;
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode} before it answered.`);
    try {
      // Any answer will do: the first page may redirect to the sign-in.
      await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(20_000) });
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error(`The server did not answer on ${address} within a minute.`);
}
