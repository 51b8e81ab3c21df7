import 'server-only';
import type { NextAuthOptions } from 'next-auth';
import { after } from 'next/server';
import CredentialsProvider from 'next-auth/providers/credentials';
import { encode } from 'next-auth/jwt';
import { auditOfAccount } from './account-audit';
import { signInWith } from './sign-in';
import { env } from './env';

const HOURS_12 = 12 * 60 * 60;

/** The cookie carries only a session id; the session itself is a row that can be revoked. */
export function authOptions(): NextAuthOptions {
  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: 'jwt', maxAge: HOURS_12 },
    pages: { signIn: '/sign-in' },
    providers: [
      CredentialsProvider({
        name: 'Fairplace',
        credentials: { email: {}, password: {} },
        authorize: async (given) => {
          const email = String(given?.email ?? '');
          const result = await signInWith(email, String(given?.password ?? ''));
          after(() => auditOfAccount(email, 'session.sign_in', result.kind === 'signed_in' ? 'done' : 'refused'));
          return result.kind === 'signed_in' ? { id: result.sessionId } : null;
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sub: user.id } : token),
      session: ({ session, token }) => ({ expires: session.expires, sessionId: token.sub }),
    },
  };
}

function isSecure(): boolean {
  return (env().NEXTAUTH_URL ?? '').startsWith('https://');
}

export function sessionCookieName(): string {
  return isSecure() ? '__Secure-next-auth.session-token' : 'next-auth.session-token';
}

/** The cookie that next-auth itself would set after signing in; for the sign-in form that works without JavaScript. */
export async function sessionCookieFor(sessionId: string) {
  return {
    name: sessionCookieName(),
    value: await encode({ secret: env().NEXTAUTH_SECRET, token: { sub: sessionId }, maxAge: HOURS_12 }),
    options: { httpOnly: true, sameSite: 'lax' as const, path: '/', secure: isSecure(), maxAge: HOURS_12 },
  };
}
