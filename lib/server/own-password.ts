import 'server-only';
import { z } from 'zod';
import { Prisma } from '@/generated/prisma/client';
import { db } from './db';
import { hashPassword, passwordMatches } from './passwords';

const accountRow = z.object({ email: z.string(), password_hash: z.string(), password_due: z.boolean(), is_locked: z.boolean() });

/** The account behind a live session. `password_due`: an administrator gave the password, and it opens nothing else. */
export async function accountOf(sessionId: string): Promise<z.output<typeof accountRow> | null> {
  const found = await db().$queryRaw<unknown[]>(Prisma.sql`SELECT * FROM session_account(${sessionId}::uuid)`);
  return found[0] === undefined ? null : accountRow.parse(found[0]);
}

export type PasswordChange = 'changed' | 'wrong' | 'locked' | 'same' | 'no_session';

/** Sets the password of the session's owner, who knows the old one; every other session of theirs ends. Wrong tries count as those of signing in. */
export async function changeOwnPassword(sessionId: string, old: string, chosen: string): Promise<PasswordChange> {
  const account = await accountOf(sessionId);
  if (account === null) return 'no_session';
  const matches = await passwordMatches(account.password_hash, old);
  if (account.is_locked) return 'locked';
  if (!matches) {
    await db().$executeRaw`SELECT sign_in_failed(${account.email})`;
    return 'wrong';
  }
  if (chosen === old) return 'same';
  const hash = await hashPassword(chosen);
  const [result] = await db().$queryRaw<{ done: boolean }[]>(Prisma.sql`SELECT change_password(${sessionId}::uuid, ${account.password_hash}, ${hash}) AS done`);
  return result?.done ? 'changed' : 'wrong';
}
