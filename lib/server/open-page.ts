import 'server-only';
import { redirect } from 'next/navigation';
import { type Actor, holdsAny } from '@/lib/core/roles';
import { type Access, PAGE_ACCESS, type PagePath } from './access';
import { endIfIdle } from './idle';
import { noteRendering, pageNotFound } from './page-not-found';
import { type AuthorityRecord, type Request, callerOf, requestFor } from './session';
import { type Caller, type ReadTx, readUnit } from './unit-of-work';
import { wayIn } from './way-in';
import type { Clock } from './clock';

/** An opened page: who, where, when, and one way to read. */
export interface OpenPage {
  readonly authority: AuthorityRecord;
  readonly actor: Actor;
  readonly clock: Clock;
  readonly caller: Caller;
  /** All reads of the page, at one moment. Null from the work means absent: the page is then not found. */
  read<T>(work: (tx: ReadTx) => Promise<T | null>): Promise<T>;
}

/**
 * Opens a page of an authority for a signed-in person whose role may come in. Nobody signed in: to sign-in; a given password still due: to change it.
 * Another authority, another role, an address that names nothing: the same "page not found".
 */
export async function openPage(path: PagePath, slug: string): Promise<OpenPage> {
  await noteRendering(slug);
  const request = await requestFor(slug);
  if (request.sessionId === null) redirect(await wayIn());
  if (!request.authority || !request.actor || !isAllowed(PAGE_ACCESS[path], request.actor)) pageNotFound();
  await endIfIdle(request, path);
  return opened(request, request.authority, request.actor);
}

export function isAllowed(access: Access, actor: Actor | null): boolean {
  if (access === 'public') return true;
  if (actor === null) return false;
  return access === 'signed_in' || holdsAny(actor, access);
}

function opened(request: Request, authority: AuthorityRecord, actor: Actor): OpenPage {
  const caller = callerOf(request);
  return {
    authority, actor, clock: request.clock, caller,
    read: async (work) => {
      const found = await readUnit(caller, work);
      if (found === null || found === undefined) pageNotFound();
      return found;
    },
  };
}
