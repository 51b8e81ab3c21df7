import 'server-only';
import { cache } from 'react';
import { getServerSession } from 'next-auth';
import { z } from 'zod';
import { Prisma } from '@/generated/prisma/client';
import { ROLES, type Actor } from '@/lib/core/roles';
import { authOptions } from './auth-options';
import { type Clock, clockFor, realToday } from './clock';
import { jsonDate } from './columns';
import { db } from './db';
import type { Caller } from './unit-of-work';

const authorityJson = z.object({
  id: z.string(), slug: z.string(), name: z.string(), council_name: z.string(), la_code: z.string(), contact_email: z.string(),
  theme: z.record(z.string(), z.string()), is_demonstration: z.boolean(), demonstration_today: jsonDate.nullable(),
});
const personJson = z.object({ id: z.string(), name: z.string(), email: z.string() });
const roleJson = z.object({
  role: z.enum(ROLES), establishment_id: z.string().nullable(), partnership_id: z.string().nullable(), provider_id: z.string().nullable(),
});
const actorRow = z.object({ authority: authorityJson.nullable(), person: personJson.nullable(), roles: z.array(roleJson), account_email: z.string().nullable(),
  idle_minutes: z.number(), idle_limit: z.number().nullable(),
});

/** Minutes without a request on a page with pupils' names, where the authority has set no other number. */
const IDLE_MINUTES = 15;

/** An authority as every page knows it. */
export interface AuthorityRecord {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly councilName: string;
  readonly laCode: string;
  readonly contactEmail: string;
  readonly theme: Readonly<Record<string, string>>;
  readonly isDemonstration: boolean;
}

/** Who asks, of which authority, on what day. `authority` is null when the address names none. */
export interface Request {
  readonly sessionId: string | null;
  readonly email: string | null;
  readonly authority: AuthorityRecord | null;
  readonly actor: Actor | null;
  readonly clock: Clock;
  /** Nothing was asked for longer than the authority allows on pages with pupils' names. */
  readonly isIdle: boolean;
  /** What it allows, in minutes. */
  readonly idleMinutes: number;
}

/** The id in the session cookie, which next-auth has checked; whether it is still good is for the database to say. */
export async function sessionId(): Promise<string | null> {
  const session = (await getServerSession(authOptions())) as { sessionId?: string } | null;
  const id = z.uuid().safeParse(session?.sessionId);
  return id.success ? id.data : null;
}

/** Resolves the request once per rendering: session, authority by its slug, person and the roles in force today. */
export const requestFor = cache(async (slug: string): Promise<Request> => {
  const id = await sessionId();
  const found = await db().$queryRaw<unknown[]>(Prisma.sql`SELECT * FROM session_actor(${id}::uuid, ${slug}, ${realToday()}::date)`);
  const { authority, person, roles, account_email, idle_minutes, idle_limit } = actorRow.parse(found[0]);
  return {
    sessionId: account_email === null ? null : id,
    email: account_email,
    authority: authority && {
      id: authority.id, slug: authority.slug, name: authority.name, councilName: authority.council_name, laCode: authority.la_code,
      contactEmail: authority.contact_email, theme: authority.theme, isDemonstration: authority.is_demonstration,
    },
    actor: person && {
      personId: person.id, name: person.name, email: person.email,
      roles: roles.map((held) => ({
        role: held.role, establishmentId: held.establishment_id, partnershipId: held.partnership_id, providerId: held.provider_id,
      })),
    },
    clock: clockFor(authority?.demonstration_today ?? null),
    isIdle: idle_minutes >= (idle_limit ?? IDLE_MINUTES),
    idleMinutes: idle_limit ?? IDLE_MINUTES,
  };
});

/** What units of work need of a request in an authority. */
export function callerOf(request: Request): Caller {
  if (!request.authority) throw new Error('No authority');
  return { authorityId: request.authority.id, actor: request.actor, clock: request.clock };
}
