import { encode } from 'next-auth/jwt';
import { randomUUID } from 'node:crypto';
import { dataFolder } from '@/scripts/postgres/folders';
import { keptSecret } from '@/scripts/run/secrets';
import { ownerUrlOf } from '@/scripts/run/world-record';
import type { World } from '@/scripts/run/worlds';
import { buildAuthority, type Council } from '@/tests/support/builders/authority';
import { insertRows } from '@/tests/support/builders/insert-rows';
import { ownerOf } from './database';

export const RACERS = 50;

export interface RaceCouncil extends Council {
  /** The Cookie header of each officer, who is an administrator too: fifty people, each with an account and a session of their own. */
  readonly officers: readonly string[];
}

/** An authority of one test's own in a running world, on the demonstration's today, with its officers signed in. */
export async function raceCouncil(world: World): Promise<RaceCouncil> {
  const [owner, url] = [ownerOf(world), ownerUrlOf(world)];
  const council = await buildAuthority({ owner, app: owner, ownerUrl: url, appUrl: url, publicUrl: url }, { isDemonstration: true });
  const people = Array.from({ length: RACERS }, (_, index) => ({
    accountId: randomUUID(), sessionId: randomUUID(), personId: randomUUID(), email: `officer.${index}@${council.slug}.test`,
  }));
  for (const { accountId, sessionId, email } of people) {
    await owner.query("INSERT INTO account (id, email, password_hash) VALUES ($1, $2, 'none: signed in by its session alone')", [accountId, email]);
    await owner.query("INSERT INTO account_session (id, account_id, expires_at) VALUES ($1, $2, now() + interval '1 hour')", [sessionId, accountId]);
  }
  await insertRows(owner, council.id, 'person', people.map(({ accountId, personId, email }) => ({ id: personId, account_id: accountId, name: 'Officer', email, version: 1 })));
  await insertRows(owner, council.id, 'role_assignment', people.flatMap(({ personId }) => ['placement_officer', 'administrator'].map((role) => ({
    id: randomUUID(), person_id: personId, role, first_on: '2024-09-01', version: 1,
  }))));
  return { ...council, officers: await Promise.all(people.map(({ sessionId }) => cookieFor(sessionId))) };
}

/** The cookie that the sign-in form would set for a session. */
async function cookieFor(sessionId: string): Promise<string> {
  const secret = process.env.NEXTAUTH_SECRET ?? keptSecret(dataFolder(process.cwd()), 'sign-in-secret');
  return `next-auth.session-token=${await encode({ secret, token: { sub: sessionId }, maxAge: 3600 })}`;
}
