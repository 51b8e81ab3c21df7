import { type Actor, holdsAny } from '@/lib/core/roles';

/** Commissioners bring the Board its decisions and risks, and keep what it decided. */
export function mayServeBoard(actor: Actor | null): actor is Actor {
  return actor !== null && holdsAny(actor, ['commissioner']);
}
