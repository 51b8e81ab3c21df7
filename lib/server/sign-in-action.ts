import 'server-only';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { after } from 'next/server';
import { backAddress } from '@/lib/core/back-address';
import type { FormState } from '@/lib/core/form-state';
import type { FieldProblem } from '@/lib/core/refusal';
import { auditOfAccount } from './account-audit';
import { sessionCookieFor, sessionCookieName } from './auth-options';
import { FormReader } from './form-action';
import { markRefusedForm } from './refused-forms';
import { sessionId } from './session';
import { accountOf, endSession, signInWith } from './sign-in';

/** Whoever is signed in changes their password by an action of the same kind. */
export { changePasswordAction } from './password-action';

const WRONG = 'The e-mail address or the password is not right. Check both, or ask your administrator for a new password';
const LOCKED = 'Too many wrong tries. Wait 15 minutes, then try again';

/** Signs in without JavaScript too: checks, opens a session row, and sets the cookie next-auth reads. */
export async function signInAction(_state: FormState, data: FormData): Promise<FormState> {
  const form = new FormReader(data);
  const email = form.text('email');
  const password = data.get('password');
  const problems = [
    ...(email === '' ? [{ field: 'email', message: 'Enter your e-mail address' }] : []),
    ...(typeof password !== 'string' || password === '' ? [{ field: 'password', message: 'Enter your password' }] : []),
  ];
  if (problems.length > 0 || typeof password !== 'string') return refused(problems, form);
  const result = await signInWith(email, password);
  // After the answer, so that an address that somebody has takes no longer than one that nobody has.
  after(() => auditOfAccount(email, 'session.sign_in', result.kind === 'signed_in' ? 'done' : 'refused'));
  if (result.kind !== 'signed_in') {
    return refused([{ field: 'email', message: result.kind === 'locked' ? LOCKED : WRONG }], form);
  }
  const cookie = await sessionCookieFor(result.sessionId);
  (await cookies()).set(cookie.name, cookie.value, cookie.options);
  if ((await accountOf(result.sessionId))?.password_due) redirect('/password');
  redirect(backAddress(form.text('back')) ?? '/choose-authority');
}

async function refused(problems: readonly FieldProblem[], form: FormReader): Promise<FormState> {
  await markRefusedForm();
  return { problems, details: [], values: form.typed() };
}

export async function signOutAction(): Promise<void> {
  const id = await sessionId();
  if (id !== null) await endSession(id);
  (await cookies()).delete(sessionCookieName());
  redirect('/sign-out');
}
