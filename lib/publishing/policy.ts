import { type Actor, holdsAny } from '@/lib/core/roles';

/** Finance officers and commissioners draw up the Forum's reports, sign off one another's and publish them. */
export function mayReport(actor: Actor | null): actor is Actor {
  return actor !== null && holdsAny(actor, ['finance_officer', 'commissioner']);
}
