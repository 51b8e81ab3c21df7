import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Role, ROLE_NAMES, ROLES } from '@/lib/core/roles';
import { type SignIn, signInsOf } from '@/scripts/run/world-record';
import { ownerOf } from './database';
import type { World } from '@/scripts/run/worlds';

export type AuthoritySlug = SignIn['authority'];
export type SignInRole = Exclude<Role, 'public'>;

/** The eleven roles with a sign-in. */
export const SIGN_IN_ROLES = ROLES.filter((role): role is SignInRole => role !== 'public');

/** The demonstration's account of a role in an authority. */
export function signInOf(role: SignInRole, authority: AuthoritySlug = 'rotherham'): SignIn {
  const found = signInsOf().find((one) => one.authority === authority && one.role === ROLE_NAMES[role]);
  if (found === undefined) throw new Error(`The demonstration has no ${ROLE_NAMES[role]} in ${authority}.`);
  return found;
}

/** Where the setup keeps a signed-in browser's cookies. Each world has sessions of its own. */
export function storageOf(world: World, role: SignInRole, authority: AuthoritySlug = 'rotherham'): string {
  return join(process.cwd(), 'test-results', 'sessions', `${world}-${authority}-${role}.json`);
}

/**
 * The setup signed everybody in at the start of the run. On a slow machine that is longer ago than a page of pupils stays
 * open without use. Sessions that tests opened for themselves, after the setup's, are left as they are.
 */
export async function keepSignedIn(world: World): Promise<void> {
  await ownerOf(world).query(`UPDATE account_session s SET last_seen_at = now()
    WHERE NOT EXISTS (SELECT 1 FROM account_session e WHERE e.account_id = s.account_id AND e.created_at < s.created_at)`);
}

const storage = z.object({ cookies: z.array(z.object({ name: z.string(), value: z.string() })) });

/** The Cookie header of a signed-in person, for requests without a browser. */
export function cookieOf(world: World, role: SignInRole, authority: AuthoritySlug = 'rotherham'): string {
  const { cookies } = storage.parse(JSON.parse(readFileSync(storageOf(world, role, authority), 'utf8')));
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
}
