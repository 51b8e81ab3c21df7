import { execFileSync } from 'node:child_process';
import { chmodSync, lstatSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** The account PostgreSQL runs as; undefined when it can run as the present user. */
export interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

const numericId = (flag: '-u' | '-g'): number =>
  Number.parseInt(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }), 10);

/**
 * PostgreSQL refuses to run as root. As root we use the account `postgres`, and make it where it is missing.
 * @throws Error saying what to do when the account cannot be made
 */
export function postgresUser(): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  try {
    return { uid: numericId('-u'), gid: numericId('-g') };
  } catch {
    try {
      execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], { stdio: 'ignore' });
      return { uid: numericId('-u'), gid: numericId('-g') };
    } catch {
      throw new Error(
        'PostgreSQL does not run as root, and the account "postgres" could not be made. Run the command as an ordinary user, or make an account named postgres.',
      );
    }
  }
}

/** Whether the account can reach files inside the folder: every folder on the way must let it through. */
export function canReach(folder: string, user: SystemUser | undefined): boolean {
  if (user === undefined) return true;
  for (let at = nearestExisting(resolve(folder)); ; at = dirname(at)) {
    const { mode, uid, gid } = statSync(at);
    const needed = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & needed) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

function nearestExisting(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return nearestExisting(dirname(folder));
  }
}

/**
 * Makes a folder at a path others could guess, and refuses one that somebody else has put there.
 * @throws Error when the path is taken by another owner, is a link, or others may write to it
 */
export function ownFolder(path: string): string {
  mkdirSync(path, { recursive: true, mode: 0o755 });
  const found = lstatSync(path);
  if (!found.isDirectory() || found.uid !== process.getuid?.() || (found.mode & 0o022) !== 0) {
    throw new Error(`${path} belongs to another user or may be written by others. Remove it, or set FAIRPLACE_DATA_DIR.`);
  }
  chmodSync(path, 0o755);
  return path;
}
