import type { World } from '@/scripts/run/worlds';
import { ownerOf } from './database';

/** What a month is charged by, as lib/charges keeps it with the statement. */
const TERMS = `jsonb_build_object('id', g.id, 'reference', g.reference, 'version', g.terms_version, 'annualPence', g.annual_pence::text, 'basisDays', g.basis_days,
  'quota', (SELECT jsonb_agg(jsonb_build_object('places', q.places, 'firstOn', q.first_on, 'lastOn', q.last_on)) FROM agreement_quota q WHERE q.authority_id = g.authority_id AND q.agreement_id = g.id),
  'measure', jsonb_build_object('kind', 'daily'), 'counting', jsonb_build_object(
    'weightTenths', jsonb_build_object('permanent_exclusion', 10, 'dual_registered', 10, 'authority_placed', 0, 'ehc_named', 0), 'partTime', 'tenths',
    'start', 'first_day_counts', 'end', 'last_day_counts'),
  'payer', g.payer, 'withholdUnboundShare', true, 'chargeClause', g.charge_clause, 'fundHolderId', g.fund_holder_id)`;

/**
 * January 2026 of each council as a late draft: one statement, of the partnership whose lead signs in, with three days of
 * two placements, of which the first is queried. The demonstration itself has nobody over a quota.
 */
export async function arrangeCharges(world: World): Promise<void> {
  const owner = ownerOf(world);
  const { rows } = await owner.query<{ id: string }>('SELECT a.id FROM authority a WHERE a.is_demonstration AND NOT EXISTS (SELECT 1 FROM ledger_period p WHERE p.authority_id = a.id)');
  for (const { id } of rows) {
    const client = await owner.connect();
    try {
      await client.query('BEGIN');
      await client.query("SELECT set_config('app.authority_id', $1, true)", [id]);
      await client.query("INSERT INTO ledger_period (authority_id, month, first_on, last_on) VALUES ($1, '2026-01', '2026-01-01', '2026-01-31')", [id]);
      const person = "(SELECT person_id FROM role_assignment WHERE authority_id = $1 AND role = 'finance_officer' LIMIT 1)";
      await client.query(`INSERT INTO charge_run (authority_id, period_id, draft, drafted_at, drafted_by, draft_until)
        SELECT $1, p.id, 1, '2026-02-20T09:00:00Z', ${person}, '2026-03-06' FROM ledger_period p WHERE p.authority_id = $1`, [id]);
      await client.query(`INSERT INTO charge_statement (authority_id, run_id, partnership_id, agreement_id, agreement_version, terms, number, sent_on, reply_by)
        SELECT $1, r.id, g.partnership_id, g.id, g.terms_version, ${TERMS}, 'CS-2026-01-' || p.slug, '2026-02-20', '2026-03-06'
          FROM charge_run r JOIN agreement g ON g.authority_id = $1 AND g.academic_year = '2025/26' JOIN partnership p ON p.authority_id = $1 AND p.id = g.partnership_id
         WHERE r.authority_id = $1 AND g.partnership_id = (SELECT partnership_id FROM role_assignment WHERE authority_id = $1 AND role = 'partnership_lead' LIMIT 1) LIMIT 1`, [id]);
      const payer = await client.query<{ id: string }>(`INSERT INTO ledger_account (authority_id, kind, establishment_id)
        SELECT $1, 'payer', m.establishment_id FROM charge_statement s JOIN partnership_member m ON m.authority_id = $1 AND m.partnership_id = s.partnership_id
         WHERE s.authority_id = $1 ORDER BY m.establishment_id LIMIT 1 RETURNING id`, [id]);
      await client.query(`INSERT INTO charge_line (authority_id, run_id, draft, partnership_id, agreement_id, agreement_version, payer_account_id, placement_id, establishment_id, kind,
               concerns_month, day, tenths, pence, reason)
        SELECT $1, s.run_id, 1, s.partnership_id, s.agreement_id, s.agreement_version, $2, p.id, p.attributed_establishment_id, 'charge', '2026-01', d.day, 10, 9474,
               'Over the quota. Counted each school day, the latest stay first; clause 4'
          FROM charge_statement s
          CROSS JOIN LATERAL (SELECT p.id, p.attributed_establishment_id FROM placement p JOIN partnership_member m ON m.authority_id = $1 AND m.partnership_id = s.partnership_id
                                 AND m.establishment_id = p.attributed_establishment_id WHERE p.authority_id = $1 AND p.state = 'started' ORDER BY p.reference LIMIT 2) p
          CROSS JOIN (VALUES ('2026-01-12'::date), ('2026-01-13'), ('2026-01-14')) d(day) WHERE s.authority_id = $1`, [id, payer.rows[0]?.id]);
      await client.query(`INSERT INTO statement_query (authority_id, statement_id, placement_id, words, raised_by, raised_at, owner_id)
        SELECT $1, s.id, (SELECT l.placement_id FROM charge_line l JOIN placement p ON p.authority_id = $1 AND p.id = l.placement_id WHERE l.authority_id = $1 ORDER BY p.reference LIMIT 1),
               'The pupil was back at school on 13 January', ${person}, '2026-02-23T09:00:00Z', ${person}
          FROM charge_statement s WHERE s.authority_id = $1`, [id]);
      await client.query('COMMIT');
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    } finally {
      client.release();
    }
  }
}
