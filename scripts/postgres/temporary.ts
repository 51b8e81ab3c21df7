import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TEMPORARY_PREFIX } from './folders';
import { isAlive, readPostmaster } from './postmaster';

/**
 * Stops and removes the servers of test runs that were killed: their folder names the process that held them,
 * and it is gone.
 */
export async function sweepAbandoned(): Promise<void> {
  for (const parent of new Set([tmpdir(), '/var/tmp', '/tmp'].filter((path) => existsSync(path)))) {
    for (const name of readdirSync(parent).filter((entry) => entry.startsWith(TEMPORARY_PREFIX))) await sweep(join(parent, name));
  }
}

async function sweep(folder: string): Promise<void> {
  const holder = join(folder, 'holder');
  if (!existsSync(holder) || isAlive(Number.parseInt(readFileSync(holder, 'utf8'), 10))) return;
  const server = readPostmaster(join(folder, 'cluster'));
  try {
    if (server !== undefined && isAlive(server.pid)) process.kill(server.pid, 'SIGQUIT');
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  } catch (error) {
    // Another user's: not ours to remove.
    if (!['EPERM', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}
