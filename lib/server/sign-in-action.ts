import 'server-only';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import type { FormState } from '@/lib/core/form-state';
import { sessionCookieFor, sessionCookieName } from './auth-options';
import { FormReader } from './form-action';
import { sessionId } from './session';
import { endSession, signInWith } from './sign-in';

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
  if (problems.length > 0 || typeof password !== 'string') return { problems, details: [], values: form.typed() };
  const result = await signInWith(email, password);
  if (result.kind !== 'signed_in') {
    return { problems: [{ field: 'email', message: result.kind === 'locked' ? LOCKED : WRONG }], details: [], values: form.typed() };
  }
  const cookie = await sessionCookieFor(result.sessionId);
  (await cookies()).set(cookie.name, cookie.value, cookie.options);
  redirect('/choose-authority');
}

export async function signOutAction(): Promise<void> {
  const id = await sessionId();
  if (id !== null) await endSession(id);
  (await cookies()).delete(sessionCookieName());
  redirect('/sign-out');
}
