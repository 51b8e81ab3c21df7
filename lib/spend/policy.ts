import { type Actor, holdsAny } from '@/lib/core/roles';

/** Finance officers see the spend of their whole authority down to the placement, and enter it. */
export function mayKeepSpend(actor: Actor | null): actor is Actor {
  return actor !== null && holdsAny(actor, ['finance_officer']);
}

/** The high-needs budget monitoring group: officers and finance. */
export function mayReadMonitor(actor: Actor | null): actor is Actor {
  return actor !== null && holdsAny(actor, ['finance_officer', 'placement_officer', 'commissioner']);
}
