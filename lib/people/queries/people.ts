import { z } from 'zod';
import { type Role, ROLE_NAMES, ROLES } from '@/lib/core/roles';
import { boolColumn, jsonDate, textColumn, uuidColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';

const role = z.object({
  id: z.string(), role: z.enum(ROLES), scope: z.string().nullable(), firstOn: jsonDate, lastOn: jsonDate.nullable(), version: z.number(),
});
const personRow = z.object({ id: uuidColumn, name: textColumn, email: textColumn, has_sign_in: boolColumn, version: z.number(), roles: z.array(role) });

/** A person with every role they have, had or will have. */
export type PersonView = z.output<typeof personRow>;

const SELECT_PERSON = sql`
  SELECT p.id, p.name, p.email, p.account_id IS NOT NULL AS has_sign_in, p.version,
         coalesce((SELECT jsonb_agg(jsonb_build_object('id', r.id, 'role', r.role, 'scope', coalesce(e.name, s.name, v.name), 'firstOn', r.first_on,
                            'lastOn', r.last_on, 'version', r.version) ORDER BY r.first_on, r.role)
                     FROM role_assignment r
                     LEFT JOIN establishment e ON e.authority_id = r.authority_id AND e.id = r.establishment_id
                     LEFT JOIN partnership s ON s.authority_id = r.authority_id AND s.id = r.partnership_id
                     LEFT JOIN provider v ON v.authority_id = r.authority_id AND v.id = r.provider_id
                    WHERE r.authority_id = p.authority_id AND r.person_id = p.id), '[]') AS roles
    FROM person p`;

export interface PeopleFilter {
  readonly search: string;
  readonly role: Role | null;
}

/** People by name, those with the text in name or address and the role in force today. */
export async function people(tx: ReadTx, filter: PeopleFilter): Promise<PersonView[]> {
  const found = await tx.rows(personRow, sql`${SELECT_PERSON} ORDER BY p.name, p.id`);
  const text = filter.search.trim().toLowerCase();
  return found.filter((one) => (text === '' || one.name.toLowerCase().includes(text) || one.email.includes(text))
    && (filter.role === null || one.roles.some((held) => held.role === filter.role && held.firstOn <= tx.today && (held.lastOn === null || held.lastOn >= tx.today))));
}

export async function personById(tx: ReadTx, id: string): Promise<PersonView | null> {
  return z.uuid().safeParse(id).success ? tx.row(personRow, sql`${SELECT_PERSON} WHERE p.id = ${id}::uuid`) : null;
}

/** `Headteacher or inclusion lead, Aston Academy`. */
export function roleInWords(held: PersonView['roles'][number]): string {
  return held.scope === null ? ROLE_NAMES[held.role] : `${ROLE_NAMES[held.role]}, ${held.scope}`;
}
