import { type Actor, holdsAny, scopeIds } from '@/lib/core/roles';

/** Finance officers draw up, post and close the months of their whole authority, and answer queries. */
export function mayRunCharges(actor: Actor | null): actor is Actor {
  return actor !== null && holdsAny(actor, ['finance_officer']);
}

/** The partnership's lead, who chairs it, queries the lines of its statement. */
export function mayQueryStatement(actor: Actor | null, partnershipId: string): actor is Actor {
  return actor !== null && scopeIds(actor, 'partnership_lead').includes(partnershipId);
}
