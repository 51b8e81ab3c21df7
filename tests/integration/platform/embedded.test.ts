import { spawn, type ChildProcess } from 'node:child_process';
import { rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withClient } from '@/scripts/postgres/connection';
import { startEmbedded, type EmbeddedServer } from '@/scripts/postgres/embedded';
import { temporaryFolder } from '@/scripts/postgres/folders';
import { postgresUser } from '@/scripts/postgres/system-user';

const user = postgresUser();
let folder: string;
let servers: EmbeddedServer[];
const others: ChildProcess[] = [];

const start = async (): Promise<EmbeddedServer> => {
  const server = await startEmbedded({ folder, user, durable: false });
  servers.push(server);
  return server;
};

const answer = (server: EmbeddedServer) => withClient(server.url, async (client) => (await client.query('SELECT count(*)::int AS kept FROM kept')).rows);

beforeEach(() => {
  folder = temporaryFolder(user);
  servers = [];
});

afterEach(async () => {
  for (const other of others.splice(0)) other.kill();
  for (const server of servers) await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('the embedded PostgreSQL', () => {
  it('keeps data from one start to the next, and its password where only its owner may read it', async () => {
    const first = await start();
    await withClient(first.url, (client) => client.query('CREATE TABLE kept AS SELECT 1 AS n'));
    await first.stop();
    expect(await answer(await start())).toEqual([{ kept: 1 }]);
    expect(statSync(join(folder, 'owner-password')).mode & 0o777).toBe(0o600);
  });

  it('joins a server that runs, and leaves it to the command that holds it', async () => {
    const first = await start();
    // Process 1 lives as long as the machine.
    writeFileSync(join(folder, 'holder'), '1');
    const second = await start();
    expect([second.url, second.startedHere]).toEqual([first.url, false]);
    await second.stop();
    await withClient(first.url, (client) => client.query('SELECT 1'));
  });

  it('takes over a server whose command was killed, and stops it', async () => {
    const first = await start();
    writeFileSync(join(folder, 'holder'), String(2 ** 22 + 1));
    const second = await start();
    expect([second.url, second.startedHere]).toEqual([first.url, true]);
    await second.stop();
    await expect(withClient(first.url, async () => undefined)).rejects.toThrow();
  });

  it('starts over a postmaster.pid whose number belongs to another program by now', async () => {
    const first = await start();
    await withClient(first.url, (client) => client.query('CREATE TABLE kept AS SELECT 1 AS n'));
    await first.stop();
    // Of PostgreSQL's own account: it tells others apart itself.
    const other = spawn(process.execPath, ['-e', 'setTimeout(() => undefined, 60_000)'], { cwd: '/', ...user });
    others.push(other);
    writeFileSync(join(folder, 'cluster', 'postmaster.pid'), `${other.pid}\n${folder}\n1\n1\n\n127.0.0.1\n\nready\n`);
    expect(await answer(await start())).toEqual([{ kept: 1 }]);
  });
});
