import 'server-only';
import type { Actor } from '@/lib/core/roles';
import { ROUTE_ACCESS, type RoutePath } from './access';
import { isAllowed } from './open-page';
import { type AuthorityRecord, callerOf, requestFor } from './session';
import type { Caller } from './unit-of-work';
import { wayIn } from './way-in';

/** A route handler opened for a person whose role may call it. */
export interface OpenRoute {
  readonly authority: AuthorityRecord;
  readonly actor: Actor;
  readonly caller: Caller;
  readonly session: { readonly id: string; readonly isIdle: boolean };
}

/**
 * Opens a route handler of an authority. Nobody signed in: to sign-in; a given password still due: to change it. A post from another site, another authority,
 * another role, an address that names nothing: the same "not found".
 */
export async function openRoute(path: RoutePath, slug: string, request: Request): Promise<OpenRoute | Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD' && !isSameOrigin(request)) return routeNotFound();
  const found = await requestFor(slug);
  if (found.sessionId === null) return seeOther(await wayIn());
  if (!found.authority || !found.actor || !isAllowed(ROUTE_ACCESS[path], found.actor)) return routeNotFound();
  return { authority: found.authority, actor: found.actor, caller: callerOf(found), session: { id: found.sessionId, isIdle: found.isIdle } };
}

/** The address in Origin must be the one the request came to, as behind a proxy it says itself. */
function isSameOrigin(request: Request): boolean {
  const origin = request.headers.get('origin');
  const host = request.headers.get('x-forwarded-host') ?? request.headers.get('host');
  return origin !== null && host !== null && URL.canParse(origin) && new URL(origin).host === host;
}

export function routeNotFound(): Response {
  return new Response('Page not found\n', { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } });
}

/** 303, to an address of this service: after a post the browser gets the next page. */
export function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path } });
}
