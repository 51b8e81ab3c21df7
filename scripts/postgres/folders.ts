import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { canReach, ownFolder, type SystemUser } from './system-user';

/** A folder for files that should outlive a restart of the machine but have no place in the checkout. */
export function lastingFolder(): string {
  return existsSync('/var/tmp') ? '/var/tmp' : tmpdir();
}

/** Where this checkout keeps what it makes for itself: FAIRPLACE_DATA_DIR, else .data. */
export function dataFolder(root: string): string {
  const folder = resolve(root, process.env.FAIRPLACE_DATA_DIR ?? '.data');
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true });
    // Whatever the umask: as root, PostgreSQL's own account must get through. Secrets inside have mode 600.
    chmodSync(folder, 0o755);
  }
  return folder;
}

/**
 * The folder of the embedded server: inside the data folder, or beside the system's temporary files when the
 * account that runs PostgreSQL cannot reach the data folder.
 */
export function serverFolder(root: string, user: SystemUser | undefined, log: (line: string) => void): string {
  const wanted = join(dataFolder(root), 'postgres');
  if (canReach(wanted, user)) return wanted;
  const key = createHash('sha256').update(wanted).digest('hex').slice(0, 12);
  const folder = join(ownFolder(join(lastingFolder(), `fairplace-${key}`)), 'postgres');
  log(`The account postgres cannot reach ${wanted}, so the database is kept in ${folder}`);
  return folder;
}

/** A new folder for a server that lives as long as one run of the tests. */
export function temporaryFolder(user: SystemUser | undefined): string {
  const parent = [tmpdir(), '/var/tmp', '/tmp'].find((path) => existsSync(path) && canReach(path, user));
  if (parent === undefined) throw new Error('No temporary folder can be reached by the account postgres. Set TMPDIR to one that can.');
  const folder = mkdtempSync(join(parent, TEMPORARY_PREFIX));
  chmodSync(folder, 0o755);
  return folder;
}

export const TEMPORARY_PREFIX = 'fairplace-test-';
