import type { World } from '@/scripts/run/worlds';
import { ownerOf } from './database';

/** What a month is charged by, as lib/charges keeps it with the statement. */
const TERMS = `jsonb_build_object('id', g.id, 'reference', g.reference, 'version', g.terms_version, 'annualPence', g.annual_pence::text, 'basisDays', g.basis_days,
  'quota', '[]'::jsonb, 'measure', jsonb_build_object('kind', 'daily'), 'counting', jsonb_build_object(
    'weightTenths', jsonb_build_object('permanent_exclusion', 10, 'dual_registered', 10, 'authority_placed', 0, 'ehc_named', 0), 'partTime', 'tenths',
    'start', 'first_day_counts', 'end', 'last_day_counts'),
  'payer', g.payer, 'withholdUnboundShare', true, 'chargeClause', g.charge_clause, 'fundHolderId', g.fund_holder_id)`;

/** January 2026 of each council: posted and closed, with one statement, on which nothing is charged and one query waits. */
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
        SELECT $1, p.id, 1, '2026-02-02T09:00:00Z', ${person}, '2026-02-13' FROM ledger_period p WHERE p.authority_id = $1`, [id]);
      await client.query(`INSERT INTO charge_statement (authority_id, run_id, partnership_id, agreement_id, agreement_version, terms, number, sent_on, reply_by)
        SELECT $1, r.id, g.partnership_id, g.id, g.terms_version, ${TERMS}, 'CS-2026-01-' || p.slug, '2026-02-02', '2026-02-13'
          FROM charge_run r JOIN agreement g ON g.authority_id = $1 AND g.academic_year = '2025/26' JOIN partnership p ON p.authority_id = $1 AND p.id = g.partnership_id
         WHERE r.authority_id = $1 AND g.partnership_id = (SELECT partnership_id FROM role_assignment WHERE authority_id = $1 AND role = 'partnership_lead' LIMIT 1) LIMIT 1`, [id]);
      await client.query(`INSERT INTO statement_query (authority_id, statement_id, placement_id, words, raised_by, raised_at, owner_id)
        SELECT $1, s.id, (SELECT id FROM placement WHERE authority_id = $1 ORDER BY reference LIMIT 1), 'Is nothing charged for this placement?', ${person}, '2026-02-03T09:00:00Z', ${person}
          FROM charge_statement s WHERE s.authority_id = $1`, [id]);
      await client.query("UPDATE charge_run SET state = 'posted', posted_at = '2026-02-24T09:00:00Z', posted_by = drafted_by WHERE authority_id = $1", [id]);
      await client.query(`UPDATE ledger_period SET closed_at = '2026-02-25T09:00:00Z', closed_by = ${person} WHERE authority_id = $1`, [id]);
      await client.query('COMMIT');
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    } finally {
      client.release();
    }
  }
}
