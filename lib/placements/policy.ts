import { type Actor, holdsAny, scopeIds } from '@/lib/core/roles';

/** Officers place the pupils of their whole authority. */
export function mayPlace(actor: Actor | null): actor is Actor {
  return actor !== null && holdsAny(actor, ['placement_officer']);
}

/** A PRU head answers for the sites of their own provider; officers may record for any. */
export function mayAnswerFor(actor: Actor | null, providerId: string): actor is Actor {
  return actor !== null && (holdsAny(actor, ['placement_officer']) || scopeIds(actor, 'pru_head').includes(providerId));
}

/** The head of the site's own provider, and nobody else. */
export function runsProvider(actor: Actor | null, providerId: string): actor is Actor {
  return actor !== null && scopeIds(actor, 'pru_head').includes(providerId);
}
