import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { World } from '@/scripts/run/worlds';
import { ownerOf } from './database';

/** What a month is charged by, as lib/charges keeps it with the statement. */
const TERMS = `jsonb_build_object('id', g.id, 'reference', g.reference, 'version', g.terms_version, 'annualPence', g.annual_pence::text, 'basisDays', g.basis_days,
  'quota', (SELECT jsonb_agg(jsonb_build_object('places', q.places, 'firstOn', q.first_on, 'lastOn', q.last_on)) FROM agreement_quota q WHERE q.authority_id = g.authority_id AND q.agreement_id = g.id),
  'measure', jsonb_build_object('kind', 'daily'), 'counting', jsonb_build_object(
    'weightTenths', jsonb_build_object('permanent_exclusion', 10, 'dual_registered', 10, 'authority_placed', 0, 'ehc_named', 0), 'partTime', 'tenths',
    'start', 'first_day_counts', 'end', 'last_day_counts'),
  'payer', g.payer, 'withholdUnboundShare', true, 'chargeClause', g.charge_clause, 'fundHolderId', g.fund_holder_id)`;

const PERSON = "(SELECT r.person_id FROM role_assignment r JOIN person p ON p.authority_id = r.authority_id AND p.id = r.person_id WHERE r.authority_id = $1 AND r.role = 'finance_officer' ORDER BY length(p.email) LIMIT 1)";

/**
 * February 2026 of the council that stayed within its quotas, as a late draft: one statement, of the partnership whose lead
 * signs in, with three days of two placements, of which the first is queried; and an invoice of an earlier statement with a
 * payment, both with their files. The other council has all of this from the demonstration.
 */
export async function arrangeCharges(world: World): Promise<void> {
  const owner = ownerOf(world);
  const { rows } = await owner.query<{ id: string }>('SELECT a.id FROM authority a WHERE a.is_demonstration AND NOT EXISTS (SELECT 1 FROM statement_query q WHERE q.authority_id = a.id)');
  for (const { id } of rows) {
    const client = await owner.connect();
    try {
      await client.query('BEGIN');
      await client.query("SELECT set_config('app.authority_id', $1, true)", [id]);
      await lateDraft(client, id);
      await paidInvoice(client, id);
      await client.query('COMMIT');
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    } finally {
      client.release();
    }
  }
}

async function lateDraft(client: PoolClient, id: string): Promise<void> {
  await client.query("INSERT INTO ledger_period (authority_id, month, first_on, last_on) VALUES ($1, '2026-02', '2026-02-01', '2026-02-28')", [id]);
  await client.query(`INSERT INTO charge_run (authority_id, period_id, draft, drafted_at, drafted_by, draft_until)
    SELECT $1, p.id, 1, '2026-03-02T08:00:00Z', ${PERSON}, '2026-03-16' FROM ledger_period p WHERE p.authority_id = $1 AND p.month = '2026-02'`, [id]);
  await client.query(`INSERT INTO charge_statement (authority_id, run_id, partnership_id, agreement_id, agreement_version, terms, number, sent_on, reply_by)
    SELECT $1, r.id, g.partnership_id, g.id, g.terms_version, ${TERMS}, 'CS-2026-02-' || p.slug, '2026-03-02', '2026-03-16'
      FROM charge_run r JOIN agreement g ON g.authority_id = $1 AND g.academic_year = '2025/26' JOIN partnership p ON p.authority_id = $1 AND p.id = g.partnership_id
     WHERE r.authority_id = $1 AND r.state = 'draft' AND g.partnership_id = (SELECT partnership_id FROM role_assignment WHERE authority_id = $1 AND role = 'partnership_lead' LIMIT 1) LIMIT 1`, [id]);
  const payer = await client.query<{ id: string }>(`INSERT INTO ledger_account (authority_id, kind, establishment_id)
    SELECT $1, 'payer', g.fund_holder_id FROM charge_statement s JOIN agreement g ON g.authority_id = $1 AND g.id = s.agreement_id
     WHERE s.authority_id = $1 AND s.number LIKE 'CS-2026-02-%' RETURNING id`, [id]);
  await client.query(`INSERT INTO charge_line (authority_id, run_id, draft, partnership_id, agreement_id, agreement_version, payer_account_id, placement_id, establishment_id, kind,
           concerns_month, day, tenths, pence, reason)
    SELECT $1, s.run_id, 1, s.partnership_id, s.agreement_id, s.agreement_version, $2, p.id, p.attributed_establishment_id, 'charge', '2026-02', d.day, 10, 9474,
           'Over the quota. Counted each school day, the latest stay first; clause 4'
      FROM charge_statement s
      CROSS JOIN LATERAL (SELECT p.id, p.attributed_establishment_id FROM placement p JOIN partnership_member m ON m.authority_id = $1 AND m.partnership_id = s.partnership_id
                             AND m.establishment_id = p.attributed_establishment_id WHERE p.authority_id = $1 AND p.state = 'started' ORDER BY p.reference LIMIT 2) p
      CROSS JOIN (VALUES ('2026-02-09'::date), ('2026-02-10'), ('2026-02-11')) d(day) WHERE s.authority_id = $1 AND s.number LIKE 'CS-2026-02-%'`, [id, payer.rows[0]?.id]);
  await client.query(`INSERT INTO statement_query (authority_id, statement_id, placement_id, words, raised_by, raised_at, owner_id)
    SELECT $1, s.id, (SELECT l.placement_id FROM charge_line l JOIN placement p ON p.authority_id = $1 AND p.id = l.placement_id WHERE l.authority_id = $1 AND l.run_id = s.run_id ORDER BY p.reference LIMIT 1),
           'The pupil was back at school on 10 February', ${PERSON}, '2026-03-02T08:30:00Z', ${PERSON}
      FROM charge_statement s WHERE s.authority_id = $1 AND s.number LIKE 'CS-2026-02-%'`, [id]);
}

/** £300.00 of an earlier statement, of which £100.00 came in; both are posted in February, which is open. */
async function paidInvoice(client: PoolClient, id: string): Promise<void> {
  const at = "(SELECT id FROM ledger_period WHERE authority_id = $1 AND month = '2026-02')";
  const statement = `(SELECT s.id FROM charge_statement s JOIN role_assignment r ON r.authority_id = s.authority_id AND r.partnership_id = s.partnership_id AND r.role = 'partnership_lead'
    WHERE s.authority_id = $1 AND s.number LIKE 'CS-2026-01-%' LIMIT 1)`;
  const payer = "(SELECT id FROM ledger_account WHERE authority_id = $1 AND kind = 'payer' LIMIT 1)";
  await client.query("INSERT INTO ledger_account (authority_id, kind) VALUES ($1, 'bank') ON CONFLICT DO NOTHING", [id]);
  const income = `(SELECT a.id FROM ledger_account a JOIN charge_statement s ON s.authority_id = a.authority_id AND s.partnership_id = a.partnership_id
    WHERE a.authority_id = $1 AND a.kind = 'over_quota_income' AND s.number LIKE 'CS-2026-02-%')`;
  const bank = "(SELECT id FROM ledger_account WHERE authority_id = $1 AND kind = 'bank')";
  const move = async (key: string, pence: number, against: string): Promise<string> => {
    const made = await client.query<{ id: string }>(`INSERT INTO ledger_transaction (authority_id, period_id, business_key, words, posted_by, posted_at)
      VALUES ($1, ${at}, $2, 'Arranged for the browser tests', ${PERSON}, '2026-03-02T08:40:00Z') RETURNING id`, [id, key]);
    const transaction = made.rows[0]?.id ?? '';
    await client.query(`INSERT INTO ledger_entry (authority_id, transaction_id, account_id, pence) VALUES ($1, $2, ${payer}, $3::bigint), ($1, $2, ${against}, -$3::bigint)`, [id, transaction, pence]);
    return transaction;
  };
  const charged = await move('arranged charge', 30_000, income);
  await client.query(`INSERT INTO invoice (authority_id, reference, transaction_id, statement_id, account_id, way, payer_name, payer_number, pence, issued_on)
    SELECT $1, 'FP-2026-02-0001', $2, ${statement}, ${payer}, 'invoice', e.name, coalesce(e.laestab, ''), 30000, '2026-02-24'
      FROM ledger_account a JOIN establishment e ON e.authority_id = $1 AND e.id = a.establishment_id WHERE a.authority_id = $1 AND a.kind = 'payer' LIMIT 1`, [id, charged]);
  const content = 'Our reference,Date received,Amount,Bank reference\r\nFP-2026-02-0001,26/02/2026,100.00,B1\r\n';
  await client.query(`INSERT INTO payment_file (authority_id, file_name, file_hash, content, checked_by, checked_at) VALUES ($1, 'receipts.csv', $2, $3, ${PERSON}, '2026-03-02T08:45:00Z')`,
    [id, createHash('sha256').update(content).digest('hex'), content]);
  const paid = await move('arranged payment', -10_000, bank);
  await client.query(`INSERT INTO invoice_event (authority_id, invoice_id, kind, on_day, pence, bank_reference, transaction_id, payment_file_id, recorded_by, recorded_at)
    SELECT $1, i.id, 'payment', '2026-02-26', 10000, 'B1', $2, f.id, ${PERSON}, '2026-03-02T08:46:00Z' FROM invoice i JOIN payment_file f ON f.authority_id = $1 WHERE i.authority_id = $1`, [id, paid]);
  const file = 'Our reference\r\nFP-2026-02-0001\r\n';
  await client.query(`INSERT INTO finance_file (authority_id, period_id, way, number, content, content_hash, rows, pence, made_by, made_at)
    VALUES ($1, ${at}, 'invoice', 1, $2, $3, 1, 30000, ${PERSON}, '2026-03-02T08:50:00Z')`, [id, file, createHash('sha256').update(file).digest('hex')]);
  await client.query("INSERT INTO finance_file_line (authority_id, file_id, transaction_id) SELECT $1, f.id, $2 FROM finance_file f WHERE f.authority_id = $1", [id, charged]);
}
