import { z } from 'zod';
import { dateColumn, jsonDate, textColumn, uuidColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';
import { schoolText } from './partnerships';

const member = z.object({ id: z.string(), schoolId: z.string(), name: z.string(), urn: z.string().nullable(), firstOn: jsonDate, lastOn: jsonDate.nullable(), version: z.number() });
const trustRow = z.object({
  id: uuidColumn, slug: textColumn, name: textColumn, company_number: textColumn.nullable(), address: textColumn, customer_number: textColumn, first_on: dateColumn,
  last_on: dateColumn.nullable(), version: z.number(), members: z.array(member),
  pays_for: z.array(z.object({ agreementId: z.string(), partnership: z.string(), academicYear: z.string() })),
});

/** A trust with every school that is, was or will be in it, and the agreements in their latest terms that it pays for. */
export type TrustView = z.output<typeof trustRow>;

const SELECT_TRUST = sql`
  SELECT t.*,
         coalesce((SELECT jsonb_agg(jsonb_build_object('id', m.id, 'schoolId', e.id, 'name', e.name, 'urn', e.urn, 'firstOn', m.first_on, 'lastOn', m.last_on, 'version', m.version)
                                    ORDER BY e.name, m.first_on)
                     FROM trust_member m JOIN establishment e ON e.authority_id = m.authority_id AND e.id = m.establishment_id
                    WHERE m.authority_id = t.authority_id AND m.trust_id = t.id), '[]') AS members,
         coalesce((SELECT jsonb_agg(jsonb_build_object('agreementId', a.id, 'partnership', p.name, 'academicYear', a.academic_year) ORDER BY a.academic_year DESC, p.name)
                     FROM agreement a JOIN partnership p ON p.authority_id = a.authority_id AND p.id = a.partnership_id
                    WHERE a.authority_id = t.authority_id AND a.fund_holder_trust_id = t.id
                      AND a.terms_version = (SELECT max(b.terms_version) FROM agreement b WHERE b.authority_id = a.authority_id AND b.partnership_id = a.partnership_id
                                                AND b.academic_year = a.academic_year)), '[]') AS pays_for
    FROM trust t`;

export async function trusts(tx: ReadTx): Promise<TrustView[]> {
  return tx.rows(trustRow, sql`${SELECT_TRUST} ORDER BY t.name`);
}

export async function trustBySlug(tx: ReadTx, slug: string): Promise<TrustView | null> {
  return tx.row(trustRow, sql`${SELECT_TRUST} WHERE t.slug = ${slug}`);
}

const schoolRow = z.object({ id: uuidColumn, name: textColumn, town: textColumn.nullable(), urn: textColumn.nullable() });

/** Schools that are academies today or later and open, for lists to choose from. */
export async function academyChoices(tx: ReadTx): Promise<{ readonly value: string; readonly text: string }[]> {
  const found = await tx.rows(schoolRow, sql`
    SELECT e.id, e.name, e.town, e.urn FROM establishment e
     WHERE (e.closed_on IS NULL OR e.closed_on >= ${tx.today}::date)
       AND EXISTS (SELECT 1 FROM establishment_type t WHERE t.authority_id = e.authority_id AND t.establishment_id = e.id AND t.sector = 'academy'
                     AND (t.last_on IS NULL OR t.last_on >= ${tx.today}::date)) ORDER BY e.name, e.town, e.id`);
  return found.map((one) => ({ value: one.id, text: schoolText(one) }));
}
