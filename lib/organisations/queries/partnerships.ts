import { z } from 'zod';
import { dateColumn, jsonDate, textColumn, uuidColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';

const member = z.object({ id: z.string(), schoolId: z.string(), name: z.string(), urn: z.string().nullable(), roll: z.number().nullable(), firstOn: jsonDate, lastOn: jsonDate.nullable() });
const partnershipRow = z.object({
  id: uuidColumn, slug: textColumn, name: textColumn, phase: z.enum(['primary', 'secondary']), devolution_model: z.enum(['A', 'B']), display_order: z.number(),
  first_on: dateColumn, last_on: dateColumn.nullable(), version: z.number(), members: z.array(member),
});

/** A partnership with every school that is, was or will be a member. */
export type PartnershipView = z.output<typeof partnershipRow>;

const SELECT_PARTNERSHIP = sql`
  SELECT p.id, p.slug, p.name, p.phase, p.devolution_model, p.display_order, p.first_on, p.last_on, p.version,
         coalesce((SELECT jsonb_agg(jsonb_build_object('id', m.id, 'schoolId', e.id, 'name', e.name, 'urn', e.urn, 'roll', e.roll, 'firstOn', m.first_on, 'lastOn', m.last_on)
                                    ORDER BY e.name, m.first_on)
                     FROM partnership_member m JOIN establishment e ON e.authority_id = m.authority_id AND e.id = m.establishment_id
                    WHERE m.authority_id = p.authority_id AND m.partnership_id = p.id), '[]') AS members
    FROM partnership p`;

export async function partnerships(tx: ReadTx): Promise<PartnershipView[]> {
  return tx.rows(partnershipRow, sql`${SELECT_PARTNERSHIP} ORDER BY p.phase DESC, p.display_order, p.name`);
}

export async function partnershipBySlug(tx: ReadTx, slug: string): Promise<PartnershipView | null> {
  return tx.row(partnershipRow, sql`${SELECT_PARTNERSHIP} WHERE p.slug = ${slug}`);
}

const schoolRow = z.object({ id: uuidColumn, name: textColumn, town: textColumn.nullable(), urn: textColumn.nullable(), phase: textColumn });

/** `Aston Academy, Sheffield (136331)`: two schools of one name, or a school and its predecessor, are told apart. */
export function schoolText(one: { readonly name: string; readonly town: string | null; readonly urn: string | null }): string {
  return `${one.name}${one.town ? `, ${one.town}` : ''}${one.urn ? ` (${one.urn})` : ''}`;
}

/** Schools that are open today, for lists to choose from. */
export async function schoolChoices(tx: ReadTx): Promise<{ readonly value: string; readonly text: string; readonly phase: string }[]> {
  const found = await tx.rows(schoolRow, sql`
    SELECT id, name, town, urn, phase FROM establishment
     WHERE (opened_on IS NULL OR opened_on <= ${tx.today}::date) AND (closed_on IS NULL OR closed_on >= ${tx.today}::date) ORDER BY name, town, id`);
  return found.map((one) => ({ value: one.id, text: schoolText(one), phase: one.phase }));
}
