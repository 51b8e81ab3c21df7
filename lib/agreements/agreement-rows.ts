import { z } from 'zod';
import { dateColumn, datesColumn, jsonDate, penceColumn, textColumn, uuidColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';
import { PAYERS } from './input';

const quota = z.object({ id: z.string(), places: z.number(), firstOn: jsonDate, lastOn: jsonDate.nullable(), reason: z.string() });
const termsRow = z.object({
  id: uuidColumn, reference: textColumn, partnership_id: uuidColumn, partnership_name: textColumn, partnership_slug: textColumn, academic_year: textColumn,
  terms_version: z.number(), first_on: dateColumn, last_on: dateColumn, pool_phase: z.enum(['primary', 'secondary']), weight_permanent_exclusion: z.number(),
  weight_dual_registered: z.number(), weight_authority_placed: z.number(), weight_ehc_named: z.number(), part_time: z.enum(['tenths', 'heads']),
  start_rule: z.enum(['first_day_counts', 'day_after_counts']), end_rule: z.enum(['last_day_counts', 'last_day_free']),
  measure: z.enum(['daily', 'yearly_allowance', 'census_day', 'annual_average']), allowance_place_days: z.number().nullable(), census_days: datesColumn,
  annual_pence: penceColumn, basis_days: z.number(), payer: z.enum(PAYERS), fund_holder_id: uuidColumn.nullable(),
  fund_holder_trust_id: uuidColumn.nullable(), fund_holder_name: textColumn.nullable(), charge_clause: textColumn, calendar_year_id: uuidColumn, calendar_name: textColumn, withhold_unbound_share: z.boolean(),
  version: z.number(), latest_version: z.number(), quota: z.array(quota),
});

/** One version of an agreement as it is stored, with names. */
export type AgreementRow = z.output<typeof termsRow>;

const SELECT_TERMS = sql`
  SELECT a.*, p.name AS partnership_name, p.slug AS partnership_slug, coalesce(f.name, h.name) AS fund_holder_name, y.name AS calendar_name,
         (SELECT max(b.terms_version) FROM agreement b
           WHERE b.authority_id = a.authority_id AND b.partnership_id = a.partnership_id AND b.academic_year = a.academic_year) AS latest_version,
         coalesce((SELECT jsonb_agg(jsonb_build_object('id', q.id, 'places', q.places, 'firstOn', q.first_on, 'lastOn', q.last_on, 'reason', q.reason) ORDER BY q.first_on)
                     FROM agreement_quota q WHERE q.authority_id = a.authority_id AND q.agreement_id = a.id), '[]') AS quota
    FROM agreement a
    JOIN partnership p ON p.authority_id = a.authority_id AND p.id = a.partnership_id
    JOIN calendar_year y ON y.authority_id = a.authority_id AND y.id = a.calendar_year_id
    LEFT JOIN establishment f ON f.authority_id = a.authority_id AND f.id = a.fund_holder_id
    LEFT JOIN trust h ON h.authority_id = a.authority_id AND h.id = a.fund_holder_trust_id`;

export async function agreementRow(tx: ReadTx, id: string): Promise<AgreementRow | null> {
  return z.uuid().safeParse(id).success ? tx.row(termsRow, sql`${SELECT_TERMS} WHERE a.id = ${id}::uuid`) : null;
}

/** Every version of a partnership's agreement of a year, newest first. */
export async function versionsOf(tx: ReadTx, partnershipId: string, academicYear: string): Promise<AgreementRow[]> {
  return tx.rows(termsRow, sql`${SELECT_TERMS} WHERE a.partnership_id = ${partnershipId}::uuid AND a.academic_year = ${academicYear} ORDER BY a.terms_version DESC`);
}

const signatureRow = z.object({
  school_id: uuidColumn, school_name: textColumn, is_member: z.boolean(), share_weight: z.number(), legally_binding: z.boolean(), party: textColumn, signatory: textColumn,
  executed_on: dateColumn.nullable(), in_force_from: dateColumn.nullable(), in_force_to: dateColumn.nullable(), document: textColumn, version: z.number(),
});

/** A school of an agreement with what it signed; version 0 when nothing is on record. */
export type SignatureRow = z.output<typeof signatureRow>;

export async function signaturesOf(tx: ReadTx, agreementId: string): Promise<SignatureRow[]> {
  return tx.rows(signatureRow, sql`
    WITH a AS (SELECT * FROM agreement WHERE id = ${agreementId}::uuid),
    members AS (
      SELECT DISTINCT m.authority_id, m.establishment_id FROM partnership_member m JOIN a ON a.authority_id = m.authority_id AND a.partnership_id = m.partnership_id
       WHERE m.first_on <= a.last_on AND (m.last_on IS NULL OR m.last_on >= a.first_on)
    ), schools AS (
      SELECT authority_id, establishment_id FROM members
      UNION SELECT s.authority_id, s.establishment_id FROM agreement_school s JOIN a ON a.authority_id = s.authority_id AND a.id = s.agreement_id
    )
    SELECT e.id AS school_id, e.name AS school_name, EXISTS (SELECT 1 FROM members m WHERE m.establishment_id = e.id) AS is_member,
           coalesce(s.share_weight, 1) AS share_weight, coalesce(s.legally_binding, false) AS legally_binding, coalesce(s.party, '') AS party,
           coalesce(s.signatory, '') AS signatory, s.executed_on, s.in_force_from, s.in_force_to, coalesce(s.document, '') AS document, coalesce(s.version, 0) AS version
      FROM schools x JOIN establishment e ON e.authority_id = x.authority_id AND e.id = x.establishment_id
      LEFT JOIN agreement_school s ON s.authority_id = x.authority_id AND s.establishment_id = x.establishment_id AND s.agreement_id = ${agreementId}::uuid
     ORDER BY e.name`);
}
