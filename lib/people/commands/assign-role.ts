import { z } from 'zod';
import { dateInWords } from '@/lib/core/date-words';
import { invalid, notFoundRefusal } from '@/lib/core/refusal';
import { mayAdminister, type Role, ROLE_NAMES } from '@/lib/core/roles';
import { dateColumn, uuidColumn } from '@/lib/server/columns';
import type { Command } from '@/lib/server/command';
import { type WriteTx, sql } from '@/lib/server/unit-of-work';
import { assignRoleInput } from '../input';

type Input = z.output<typeof assignRoleInput>;
type Scope = 'establishmentId' | 'partnershipId' | 'providerId';

const SCOPES: Readonly<Partial<Record<Role, Scope>>> = {
  headteacher: 'establishmentId', partnership_lead: 'partnershipId', pru_head: 'providerId', provider: 'providerId',
};
const SCOPE_WORDS: Readonly<Record<Scope, string>> = { establishmentId: 'school', partnershipId: 'partnership', providerId: 'provider' };

/** Gives a person a role from a day on, for one school, partnership or provider where the role has such a scope. */
export const assignRole: Command<typeof assignRoleInput, { personId: string }> = {
  name: 'role.assign',
  input: assignRoleInput,
  handle: async (tx, input) => {
    if (!mayAdminister(tx.actor)) throw notFoundRefusal();
    const person = await tx.row(z.object({ id: uuidColumn }), sql`SELECT id FROM person WHERE id = ${input.personId}::uuid FOR UPDATE`);
    if (!person) throw notFoundRefusal();
    const scope = scopeOf(input);
    await refuseUnknownScope(tx, input);
    await refuseTwice(tx, input, scope);
    const made = await tx.row(z.object({ id: uuidColumn }), sql`
      INSERT INTO role_assignment (authority_id, person_id, role, establishment_id, partnership_id, provider_id, first_on, last_on)
      VALUES (${tx.authorityId}, ${person.id}::uuid, ${input.role}, ${input.establishmentId}::uuid, ${input.partnershipId}::uuid, ${input.providerId}::uuid,
              ${input.firstOn}::date, ${input.lastOn}::date) RETURNING id`);
    return {
      outcome: { personId: person.id },
      audit: { subjectKind: 'role', subjectId: made?.id ?? '', after: { person: person.id, role: input.role, scope, firstOn: input.firstOn, lastOn: input.lastOn } },
    };
  },
};

/** The one scope the role needs; a role for the whole authority has none. */
function scopeOf(input: Input): string | null {
  const needed = SCOPES[input.role];
  for (const scope of ['establishmentId', 'partnershipId', 'providerId'] as const) {
    if (scope === needed && input[scope] === null) throw invalid(scope, `Choose the ${SCOPE_WORDS[scope]}: the role ${ROLE_NAMES[input.role]} is for one`);
    if (scope !== needed && input[scope] !== null) throw invalid(scope, `Leave the ${SCOPE_WORDS[scope]} empty: the role ${ROLE_NAMES[input.role]} is not for one`);
  }
  return needed === undefined ? null : input[needed];
}

async function refuseUnknownScope(tx: WriteTx, input: Input): Promise<void> {
  const found = await tx.row(z.object({ school: z.boolean(), partnership: z.boolean(), provider: z.boolean() }), sql`
    SELECT ${input.establishmentId}::uuid IS NULL OR EXISTS (SELECT 1 FROM establishment WHERE id = ${input.establishmentId}::uuid) AS school,
           ${input.partnershipId}::uuid IS NULL OR EXISTS (SELECT 1 FROM partnership WHERE id = ${input.partnershipId}::uuid) AS partnership,
           ${input.providerId}::uuid IS NULL OR EXISTS (SELECT 1 FROM provider WHERE id = ${input.providerId}::uuid) AS provider`);
  if (!found?.school || !found.partnership || !found.provider) throw notFoundRefusal();
}

async function refuseTwice(tx: WriteTx, input: Input, scope: string | null): Promise<void> {
  const other = await tx.row(z.object({ first_on: dateColumn, last_on: dateColumn.nullable() }), sql`
    SELECT first_on, last_on FROM role_assignment
     WHERE person_id = ${input.personId}::uuid AND role = ${input.role}
       AND coalesce(establishment_id, partnership_id, provider_id) IS NOT DISTINCT FROM ${scope}::uuid
       AND daterange(first_on, last_on, '[]') && daterange(${input.firstOn}::date, ${input.lastOn}::date, '[]') LIMIT 1`);
  if (other) throw invalid('firstOn', `The person has this role from ${dateInWords(other.first_on)}${other.last_on ? ` to ${dateInWords(other.last_on)}` : ', without an end'}. Choose other days`);
}
