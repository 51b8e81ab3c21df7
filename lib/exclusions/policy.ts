import { type Actor, holdsAny, type Role, scopeIds } from '@/lib/core/roles';

/** Officers keep the list of pupils waiting for their whole authority. */
export function mayKeepList(actor: Actor | null): actor is Actor {
  return actor !== null && holdsAny(actor, ['placement_officer']);
}

/** Officers record for any school, and for schools elsewhere; a head for their own school only. */
export function mayRecordFor(actor: Actor | null, establishmentId: string | null): actor is Actor {
  if (actor === null) return false;
  return mayKeepList(actor) || (establishmentId !== null && scopeIds(actor, 'headteacher').includes(establishmentId));
}

/** Officers correct every record; a head what their own school recorded, until the governing board or the head has decided on it. */
export function mayCorrect(
  actor: Actor | null, about: { readonly establishmentId: string | null; readonly recordedBySchool: boolean; readonly state: string },
): actor is Actor {
  if (mayKeepList(actor)) return true;
  return mayRecordFor(actor, about.establishmentId) && about.recordedBySchool && about.state === 'recorded';
}

/** A pupil on record may be taken into a form by an officer, and by the head of a school the pupil is on the roll of. */
export function mayUsePupilOf(actor: Actor, schoolIds: readonly string[]): boolean {
  return mayKeepList(actor) || schoolIds.some((id) => scopeIds(actor, 'headteacher').includes(id));
}

/** Whom a task is for. */
export interface TaskOwner {
  readonly for_role: string;
  readonly establishment_id: string | null;
  readonly partnership_id: string | null;
  readonly provider_id: string | null;
}

/** A task is its own role's, and where it names a school, partnership or provider, that one's people's only. */
export function mayFinishTask(actor: Actor | null, task: TaskOwner): actor is Actor {
  if (actor === null || !holdsAny(actor, [task.for_role as Role])) return false;
  const scope = task.establishment_id ?? task.partnership_id ?? task.provider_id;
  return scope === null || scopeIds(actor, task.for_role as Role).includes(scope);
}
