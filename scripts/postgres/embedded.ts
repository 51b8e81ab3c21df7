import { spawn, spawnSync, type SpawnOptions } from 'node:child_process';
import { appendFileSync, chmodSync, chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keptSecret } from '../run/secrets';
import { postgresBinaries, type PostgresBinaries } from './binaries';
import { withClient } from './connection';
import { isAlive, readPostmaster, removeStalePostmaster } from './postmaster';
import { anyFreePort, isFree } from './free-port';
import type { SystemUser } from './system-user';

const OWNER = 'fairplace_owner';
const SETTINGS = 'fairplace.conf';

export interface EmbeddedOptions {
  /** Folder of this server; made when missing. */
  readonly folder: string;
  readonly user: SystemUser | undefined;
  /** False for the tests' servers: nothing is flushed to disk, which is several times faster. */
  readonly durable: boolean;
}

/** A PostgreSQL server on the loopback address that belongs to this checkout. */
export interface EmbeddedServer {
  /** Connection of the owner, a superuser, to the database `postgres`. */
  readonly url: string;
  /** False when another running command had started it: then stop() leaves it alone. */
  readonly startedHere: boolean;
  stop(): Promise<void>;
  /** For a process that is about to end and cannot wait. */
  stopNow(): void;
}

/**
 * Starts the server of a folder, or joins the one that runs there. A server left behind by a command that was
 * killed is taken over, and stopped at the end.
 * @throws Error with the end of the server's log when it does not start
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const cluster = join(options.folder, 'cluster');
  const binaries = postgresBinaries(options.user);
  makeFolder(options);
  const password = keptSecret(options.folder, 'owner-password');
  if (!existsSync(join(cluster, 'PG_VERSION'))) await initialise(options, binaries, password);

  const running = await findRunning(cluster, password);
  const startedHere = running === undefined || !heldByAnother(options.folder);
  const url = running ?? (await start(options, binaries, password));
  if (startedHere) writeFileSync(join(options.folder, 'holder'), String(process.pid));

  const stopArguments = ['stop', '-D', cluster, '-w', '-t', '30', '-m'];
  return {
    url,
    startedHere,
    stop: async () => {
      if (startedHere && readPostmaster(cluster) !== undefined) await run(options, binaries.pgCtl, [...stopArguments, 'fast']);
    },
    stopNow: () => {
      if (startedHere) spawnSync(binaries.pgCtl, [...stopArguments, 'immediate'], processOptions(options));
    },
  };
}

function makeFolder({ folder, user }: EmbeddedOptions): void {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  if (user !== undefined) {
    chmodSync(folder, 0o755);
    chownSync(folder, user.uid, user.gid);
  }
}

async function initialise(options: EmbeddedOptions, binaries: PostgresBinaries, password: string): Promise<void> {
  const cluster = join(options.folder, 'cluster');
  const passwordFile = join(options.folder, 'initdb-password');
  rmSync(cluster, { recursive: true, force: true });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (options.user !== undefined) chownSync(passwordFile, options.user.uid, options.user.gid);
  try {
    await run(options, binaries.initdb, [
      `--pgdata=${cluster}`,
      `--username=${OWNER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C.UTF-8',
      ...(options.durable ? [] : ['--no-sync']),
    ]);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  appendFileSync(join(cluster, 'postgresql.conf'), `\ninclude = '${SETTINGS}'\n`);
}

async function findRunning(cluster: string, password: string): Promise<string | undefined> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const found = readPostmaster(cluster);
    if (found === undefined || !isAlive(found.pid)) break;
    const url = ownerUrl(found.port, password);
    if (await answers(url)) return url;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  removeStalePostmaster(cluster);
  return undefined;
}

async function answers(url: string): Promise<boolean> {
  try {
    return await withClient(url, async () => true);
  } catch {
    return false;
  }
}

/** The command that started the server, if it still runs and is not this one. */
function heldByAnother(folder: string): boolean {
  const file = join(folder, 'holder');
  const pid = existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : Number.NaN;
  return Number.isInteger(pid) && pid !== process.pid && isAlive(pid);
}

async function start(options: EmbeddedOptions, binaries: PostgresBinaries, password: string): Promise<string> {
  const cluster = join(options.folder, 'cluster');
  const port = await choosePort(options.folder, options.durable);
  const settings = [
    `port = ${port}`,
    "listen_addresses = '127.0.0.1'",
    "unix_socket_directories = ''",
    'max_connections = 200',
    "timezone = 'UTC'",
    ...(options.durable ? [] : ['fsync = off', 'synchronous_commit = off', 'full_page_writes = off']),
  ];
  writeFileSync(join(cluster, SETTINGS), `${settings.join('\n')}\n`);
  chmodSync(join(cluster, SETTINGS), 0o644);
  const log = join(options.folder, 'server.log');
  try {
    await run(options, binaries.pgCtl, ['start', '-D', cluster, '-l', log, '-w', '-t', '60']);
  } catch (error) {
    const tail = existsSync(log) ? readFileSync(log, 'utf8').split('\n').slice(-12).join('\n') : '';
    throw new Error(`PostgreSQL did not start. Its log, ${log}, ends with:\n${tail}`, { cause: error });
  }
  return ownerUrl(port, password);
}

/** A lasting server keeps its port, so that a tool connected to it finds it again. */
async function choosePort(folder: string, lasting: boolean): Promise<number> {
  const file = join(folder, 'port');
  const kept = lasting && existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : Number.NaN;
  if (Number.isInteger(kept) && (await isFree(kept))) return kept;
  const port = await anyFreePort();
  writeFileSync(file, String(port));
  return port;
}

const ownerUrl = (port: number, password: string): string =>
  `postgresql://${OWNER}:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`;

const processOptions = ({ folder, user }: EmbeddedOptions): SpawnOptions => ({ cwd: folder, stdio: 'ignore', ...user });

/** Runs one of PostgreSQL's programs as the account it needs, quietly; what it printed is in the error. */
async function run(options: EmbeddedOptions, program: string, args: readonly string[]): Promise<void> {
  const child = spawn(program, args, { ...processOptions(options), stdio: ['ignore', 'pipe', 'pipe'] });
  const printed: string[] = [];
  child.stdout?.on('data', (chunk: Buffer) => printed.push(chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => printed.push(chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    // Not "close": the server that pg_ctl leaves running keeps the pipes open.
    child.once('exit', resolve);
  });
  child.stdout?.destroy();
  child.stderr?.destroy();
  if (code !== 0) throw new Error(`${program} ended with ${code}:\n${printed.join('').trim()}`);
}
