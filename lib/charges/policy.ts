import { type Actor, holdsAny, scopeIds } from '@/lib/core/roles';

/** Finance officers draw up, post and close the months of their whole authority, and answer queries. */
export function mayRunCharges(actor: Actor | null): actor is Actor {
  return actor !== null && holdsAny(actor, ['finance_officer']);
}

/** The partnership's lead, who chairs it, queries the lines of its statement. */
export function mayQueryStatement(actor: Actor | null, partnershipId: string): actor is Actor {
  return actor !== null && scopeIds(actor, 'partnership_lead').includes(partnershipId);
}

/** Whoever runs the charges, and the head of the school that pays, dispute an invoice. */
export function mayDisputeInvoice(actor: Actor | null, payerId: string): actor is Actor {
  return mayRunCharges(actor) || (actor !== null && scopeIds(actor, 'headteacher').includes(payerId));
}
