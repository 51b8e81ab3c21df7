import 'server-only';
import { hashPassword, passwordMatches } from './passwords';
import { sessionId } from './session';
import { accountOf, countWrongTry, type SessionAccount, setPassword } from './sign-in';

/** The account of whoever is signed in, also on pages that belong to no authority. */
export async function signedInAccount(): Promise<SessionAccount | null> {
  const id = await sessionId();
  return id === null ? null : accountOf(id);
}

export type PasswordChange = 'changed' | 'wrong' | 'locked' | 'same' | 'no_session';

/** Sets the password of the session's owner, who knows the old one; every other session of theirs ends. Wrong tries count as those of signing in. */
export async function changeOwnPassword(sessionId: string, old: string, chosen: string): Promise<PasswordChange> {
  const account = await accountOf(sessionId);
  if (account === null) return 'no_session';
  const matches = await passwordMatches(account.password_hash, old);
  if (account.is_locked) return 'locked';
  if (!matches) {
    await countWrongTry(account.email);
    return 'wrong';
  }
  if (chosen === old) return 'same';
  return (await setPassword(sessionId, account.password_hash, await hashPassword(chosen))) ? 'changed' : 'wrong';
}
