import 'server-only';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { signInAfterIdle } from '@/lib/core/back-address';
import { namesPupils } from '@/lib/core/idle-pages';
import { type Request, sessionId } from './session';
import { endSession } from './sign-in';
import { wayIn } from './way-in';

/** Ends a session that was left idle on a page with pupils' names, and goes to the sign-in, which leads back here. */
export async function endIfIdle(request: Request, path: string): Promise<void> {
  if (request.sessionId === null || !request.isIdle || !namesPupils(path)) return;
  await endSession(request.sessionId);
  redirect(signInAfterIdle(await addressAsked()));
}

/** As `endIfIdle`, for a form: one sent after its session had ended goes to the sign-in too, and what was typed is not lost. */
export async function signInAgainForForm(request: Request): Promise<void> {
  const address = await addressAsked();
  await endIfIdle(request, address);
  if (request.sessionId !== null || (await sessionId()) === null) return;
  redirect((await wayIn()) === '/password' ? '/password' : signInAfterIdle(address));
}

/** Path and question of the page asked for, as proxy.ts notes them. */
async function addressAsked(): Promise<string> {
  const asked = await headers();
  return `${asked.get('x-pathname') ?? '/'}${asked.get('x-search') ?? ''}`;
}
