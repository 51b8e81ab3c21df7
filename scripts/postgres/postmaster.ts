import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What PostgreSQL writes into postmaster.pid while it runs. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

/** The server that holds this cluster, by its postmaster.pid; undefined when there is none. */
export function readPostmaster(cluster: string): Postmaster | undefined {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Number.parseInt(lines[0] ?? '', 10);
  const port = Number.parseInt(lines[3] ?? '', 10);
  return Number.isInteger(pid) && Number.isInteger(port) ? { pid, port } : undefined;
}

/** Whether a process of this number exists. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Removes a postmaster.pid that a machine or container left behind when it was switched off: its process is
 * gone, or its number belongs to a program that is not PostgreSQL.
 */
export function removeStalePostmaster(cluster: string): void {
  const found = readPostmaster(cluster);
  if (found !== undefined && isAlive(found.pid) && isPostgres(found.pid)) return;
  rmSync(join(cluster, 'postmaster.pid'), { force: true });
}

/** A dead process that nobody has collected yet has an empty command line. */
function isPostgres(pid: number): boolean {
  if (!existsSync('/proc/self/cmdline')) return true;
  const file = `/proc/${pid}/cmdline`;
  return existsSync(file) && readFileSync(file, 'utf8').includes('postgres');
}
