/** The twelve roles of the field; the public has no sign-in and so no assignment. */
export const ROLES = [
  'placement_officer', 'commissioner', 'finance_officer', 'administrator', 'headteacher', 'partnership_lead',
  'pru_head', 'provider', 'forum_member', 'board_member', 'auditor', 'public',
] as const;
export type Role = (typeof ROLES)[number];

export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  placement_officer: 'Placement officer',
  commissioner: 'Commissioner',
  finance_officer: 'Finance officer',
  administrator: 'Administrator',
  headteacher: 'Headteacher or inclusion lead',
  partnership_lead: 'Partnership lead',
  pru_head: 'PRU head or admissions',
  provider: 'AP provider',
  forum_member: 'Schools Forum member',
  board_member: 'Governance Board member',
  auditor: 'Auditor',
  public: 'Public',
};

/** One role of a person in an authority on the day of the request, with the school, partnership or provider it is for. */
export interface RoleHeld {
  readonly role: Role;
  readonly establishmentId: string | null;
  readonly partnershipId: string | null;
  readonly providerId: string | null;
}

/** The person behind a request, in one authority. */
export interface Actor {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly RoleHeld[];
}

export function holdsAny(actor: Actor, roles: readonly Role[]): boolean {
  return actor.roles.some((held) => roles.includes(held.role));
}

/** Administrators keep the settings, users and imports of their whole authority. */
export function mayAdminister(actor: Actor | null): actor is Actor {
  return actor !== null && holdsAny(actor, ['administrator']);
}

/** The schools a person heads, the partnerships they lead, the providers they run. */
export function scopeIds(actor: Actor, role: Role): string[] {
  return actor.roles
    .filter((held) => held.role === role)
    .map((held) => held.establishmentId ?? held.partnershipId ?? held.providerId)
    .filter((id): id is string => id !== null);
}
