/** PostgreSQL killed twenty times while a month's run is under way, before each commit: nothing half done stays, and the run goes on to the same ledger. */
import { rmSync } from 'node:fs';
import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ensureDatabase, withDatabase } from '@/scripts/postgres/connection';
import { type EmbeddedServer, startEmbedded } from '@/scripts/postgres/embedded';
import { temporaryFolder } from '@/scripts/postgres/folders';
import { migrate } from '@/scripts/postgres/migrations';
import { ensureRoles } from '@/scripts/postgres/roles';
import { postgresUser } from '@/scripts/postgres/system-user';
import type { Actor } from '@/lib/core/roles';
import { ledgerHash, type OctoberOf, runOctober } from '@/tests/support/charge-october';
import { heldProcess, holdAt, lockOf, release, STEPS } from '@/tests/support/held-step';

// A server of its own: killing a process of it takes down every connection.
const held = vi.hoisted((): { database: unknown } => ({ database: null }));
vi.mock('@/tests/support/test-database', () => ({ testDatabase: () => Promise.resolve(held.database) }));

const KILLS_OF_STEP = 3;
let server: EmbeddedServer;
let folder: string;
let owner: Pool;

beforeAll(async () => {
  const user = postgresUser();
  folder = temporaryFolder(user);
  // Durable: what was committed before a kill must be there after it.
  server = await startEmbedded({ folder, user, durable: true });
  await ensureDatabase(server.url, 'killed');
  const ownerUrl = withDatabase(server.url, 'killed');
  const roles = await ensureRoles(ownerUrl, folder);
  await migrate(ownerUrl, 'prisma/migrations');
  owner = new Pool({ connectionString: ownerUrl, max: 8, allowExitOnIdle: true });
  owner.on('error', () => undefined);
  process.env.APP_DATABASE_URL = roles.appUrl;
  process.env.NEXTAUTH_SECRET ??= 'a secret that only the tests use, long enough';
  held.database = { ownerUrl, ...roles, owner, app: owner };
}, 120_000);

afterAll(async () => {
  await owner.end();
  const { db } = await import('@/lib/server/db');
  await db().$disconnect();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const actorOf = (caller: { readonly actor: Actor | null }): Actor => {
  if (caller.actor === null) throw new Error('Nobody');
  return caller.actor;
};

async function october(): Promise<OctoberOf> {
  const { buildCharged } = await import('@/tests/support/builders/charges');
  const council = await buildCharged();
  return { authorityId: council.id, drawsUp: actorOf(council.one('2025-11-03')), posts: actorOf(council.two('2025-11-03')) };
}

/** Does what the server must take, again until it has gone through its log and every old connection is known to be dead. */
async function onceBack(work: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; tries < 1500; tries += 1) {
    const isDone = await work().then(() => true, () => false);
    if (isDone) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('The server did not come back');
}

describe('a run whose PostgreSQL is killed', () => {
  it(`goes on to the ledger of a run that never was, after ${KILLS_OF_STEP * STEPS.length} kills`, async () => {
    const whole = await october();
    await runOctober(whole);
    const expected = await ledgerHash(owner, whole.authorityId);
    const of = await october();
    const lock = lockOf(0);
    let kills = 0;
    for (const step of STEPS) {
      for (let again = 0; again < KILLS_OF_STEP; again += 1) {
        const before = await ledgerHash(owner, of.authorityId);
        const holder = await holdAt(owner, of.authorityId, step, lock);
        let problem: unknown = null;
        const running = runOctober(of).then(() => 'through', (error: unknown) => {
          problem = error;
          return 'cut short';
        });
        const pid = await heldProcess(owner, lock, () => problem);
        const gone = new Promise((resolve) => holder.once('end', resolve));
        process.kill(pid, 'SIGKILL');
        expect(await running, step.name).toBe('cut short');
        await gone;
        holder.release(true);
        await onceBack(() => release(owner, step, lock, null));
        kills += 1;
        // What had been committed before the step stays; what was under way is gone.
        if (again > 0) expect(await ledgerHash(owner, of.authorityId), step.name).toBe(before);
      }
    }
    expect(kills).toBeGreaterThanOrEqual(20);
    await runOctober(of);
    expect(await ledgerHash(owner, of.authorityId)).toBe(expected);
    const { rows: [runs] } = await owner.query<{ runs: string }>('SELECT count(*) AS runs FROM charge_run WHERE authority_id = $1', [of.authorityId]);
    expect(runs?.runs).toBe('1');
  }, 180_000);
});
