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

/** Officers and commissioners see every partnership; a lead their own; a head the one that their school is a member of today. */
export function mayOpenPartnership(actor: Actor | null, partnershipId: string, memberSchoolIds: readonly string[]): boolean {
  return actor !== null && (holdsAny(actor, ['placement_officer', 'commissioner']) || belongsToPartnership(actor, partnershipId, memberSchoolIds));
}

/** The lead of the partnership, or the head of one of its schools. */
export function belongsToPartnership(actor: Actor, partnershipId: string, memberSchoolIds: readonly string[]): boolean {
  return scopeIds(actor, 'partnership_lead').includes(partnershipId)
    || scopeIds(actor, 'headteacher').some((id) => memberSchoolIds.includes(id));
}
