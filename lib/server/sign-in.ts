import 'server-only';
import { z } from 'zod';
import { Prisma } from '@/generated/prisma/client';
import { dateColumn } from './columns';
import { db } from './db';
import { passwordMatches } from './passwords';

const HOURS = 12;
const lookupRow = z.object({ account_id: z.string().nullable(), password_hash: z.string().nullable(), is_locked: z.boolean() });

export type SignInResult =
  | { readonly kind: 'signed_in'; readonly sessionId: string }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'locked' };

/** Checks an address and a password; at most five wrong tries in fifteen minutes. The wrong address and the wrong password look the same. */
export async function signInWith(email: string, password: string): Promise<SignInResult> {
  const found = lookupRow.parse((await db().$queryRaw<unknown[]>(Prisma.sql`SELECT * FROM sign_in_lookup(${email})`))[0]);
  const matches = await passwordMatches(found.password_hash, password);
  if (found.is_locked) return { kind: 'locked' };
  if (!matches || found.account_id === null) {
    await countWrongTry(email);
    return { kind: 'wrong' };
  }
  const opened = await db().$queryRaw<{ id: string }[]>(Prisma.sql`SELECT sign_in_succeeded(${found.account_id}::uuid, ${HOURS}) AS id`);
  return { kind: 'signed_in', sessionId: z.string().parse(opened[0]?.id) };
}

export async function endSession(sessionId: string): Promise<void> {
  await db().$executeRaw`SELECT sign_out(${sessionId}::uuid)`;
}

const authorityRow = z.object({ slug: z.string(), name: z.string() });

/** The authorities in which the account behind a session has a person. */
export async function authoritiesOf(sessionId: string): Promise<z.output<typeof authorityRow>[]> {
  const found = await db().$queryRaw<unknown[]>(Prisma.sql`SELECT * FROM session_authorities(${sessionId}::uuid)`);
  return found.map((one) => authorityRow.parse(one));
}

const publicAuthorityRow = authorityRow.extend({ contact_email: z.string(), is_demonstration: z.boolean() });

/** Every authority of the deployment, for the front page and the footer's pages. */
export async function allAuthorities(): Promise<z.output<typeof publicAuthorityRow>[]> {
  const found = await db().$queryRaw<unknown[]>(Prisma.sql`SELECT slug, name, contact_email, is_demonstration FROM authority ORDER BY name`);
  return found.map((one) => publicAuthorityRow.parse(one));
}

const accountRow = z.object({ email: z.string(), password_hash: z.string(), password_due: z.boolean(), is_locked: z.boolean() });
export type SessionAccount = z.output<typeof accountRow>;

/** The account behind a live session. `password_due`: an administrator gave the password, and it opens nothing else. */
export async function accountOf(sessionId: string): Promise<SessionAccount | null> {
  const found = await db().$queryRaw<unknown[]>(Prisma.sql`SELECT * FROM session_account(${sessionId}::uuid)`);
  return found[0] === undefined ? null : accountRow.parse(found[0]);
}

/** Counts a wrong password as signing in does. */
export async function countWrongTry(email: string): Promise<void> {
  await db().$executeRaw`SELECT sign_in_failed(${email})`;
}

/** Sets the password of a session's account, and ends its other sessions; false when the password was changed since it was checked. */
export async function setPassword(sessionId: string, checkedHash: string, newHash: string): Promise<boolean> {
  const [result] = await db().$queryRaw<{ done: boolean }[]>(Prisma.sql`SELECT change_password(${sessionId}::uuid, ${checkedHash}, ${newHash}) AS done`);
  return result?.done === true;
}

const holderRow = z.object({ authority_id: z.string(), person_id: z.string(), demonstration_today: dateColumn.nullable() });

/** The person of an address in each authority where its account has one. */
export async function peopleOfEmail(email: string): Promise<z.output<typeof holderRow>[]> {
  const found = await db().$queryRaw<unknown[]>(Prisma.sql`SELECT * FROM people_of_email(${email})`);
  return found.map((one) => holderRow.parse(one));
}
