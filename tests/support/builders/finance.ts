import { randomUUID } from 'node:crypto';
import { londonDateOf } from '@/lib/core/calendar-date';
import type { Actor } from '@/lib/core/roles';
import type { Caller } from '@/lib/server/unit-of-work';
import type { Council } from './authority';
import { insertRows } from './insert-rows';

/** Two finance officers of the council: one draws up, the other posts. */
export async function buildFinance(council: Council): Promise<readonly [Actor, Actor]> {
  const actors = ['Finance one', 'Finance two'].map((name): Actor => ({
    personId: randomUUID(), name, email: `${name.toLowerCase().replace(' ', '.')}@testshire.test`,
    roles: [{ role: 'finance_officer', establishmentId: null, partnershipId: null, providerId: null }],
  })) as [Actor, Actor];
  const { owner } = council.database;
  await insertRows(owner, council.id, 'person', actors.map((actor) => ({ id: actor.personId, name: actor.name, email: actor.email, version: 1 })));
  await insertRows(owner, council.id, 'role_assignment', actors.map((actor) => ({
    id: randomUUID(), person_id: actor.personId, role: 'finance_officer', first_on: '2024-09-01', version: 1,
  })));
  return actors;
}

/** A person at ten in the morning of a day. */
export function callerOn(council: Council, actor: Actor, day: string): Caller {
  const now = new Date(`${day}T10:00:00Z`);
  return { authorityId: council.id, actor, clock: { now, today: londonDateOf(now) } };
}
