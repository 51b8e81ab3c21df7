import { z } from 'zod';
import type { Pence } from '@/lib/core/pence';
import { countColumn, textColumn } from '@/lib/server/columns';
import { type WriteTx, sql } from '@/lib/server/unit-of-work';
import { monthColumn } from './store';

const payerRow = z.object({
  name: textColumn, number: textColumn, customer_number: textColumn, sector: textColumn.nullable(), trust_name: textColumn.nullable(), address: textColumn.nullable(), is_trust: z.boolean(),
});
const numberRow = z.object({ month: monthColumn, issued: countColumn });

/**
 * The invoice or journal of a posted charge, numbered on in the ledger's month: `FP-2026-02-0001`. A maintained school is
 * charged by journal, an academy by invoice, by its type on the day; a trust by invoice. An academy stays the payer, and
 * its invoice is addressed to it as part of the trust that runs it on the day. A partnership's devolved money gets none:
 * it is netted. The caller holds the periods.
 */
export async function issueInvoice(tx: WriteTx, of: { readonly transactionId: string; readonly accountId: string; readonly statementId: string; readonly periodId: string; readonly amount: Pence }): Promise<void> {
  const payer = await tx.row(payerRow, sql`
    SELECT e.name, coalesce(e.laestab, '') AS number, '' AS customer_number, k.sector, t.name AS trust_name, t.address, false AS is_trust
      FROM ledger_account a JOIN establishment e ON e.authority_id = a.authority_id AND e.id = a.establishment_id
      LEFT JOIN LATERAL (SELECT y.sector FROM establishment_type y WHERE y.authority_id = e.authority_id AND y.establishment_id = e.id
                            AND y.first_on <= ${tx.today}::date AND (y.last_on IS NULL OR y.last_on >= ${tx.today}::date) LIMIT 1) k ON true
      LEFT JOIN trust_member m ON m.authority_id = e.authority_id AND m.establishment_id = e.id AND k.sector = 'academy'
                            AND m.first_on <= ${tx.today}::date AND (m.last_on IS NULL OR m.last_on >= ${tx.today}::date)
      LEFT JOIN trust t ON t.authority_id = m.authority_id AND t.id = m.trust_id WHERE a.id = ${of.accountId}::uuid
    UNION ALL
    SELECT t.name, '', t.customer_number, NULL, t.name, t.address, true
      FROM ledger_account a JOIN trust t ON t.authority_id = a.authority_id AND t.id = a.trust_id WHERE a.id = ${of.accountId}::uuid`);
  if (!payer) return;
  const number = await tx.row(numberRow, sql`
    SELECT p.month, (SELECT count(*) FROM invoice i JOIN ledger_transaction t ON t.authority_id = i.authority_id AND t.id = i.transaction_id
             WHERE t.authority_id = p.authority_id AND t.period_id = p.id) AS issued FROM ledger_period p WHERE p.id = ${of.periodId}::uuid`);
  await tx.execute(sql`
    INSERT INTO invoice (authority_id, reference, transaction_id, statement_id, account_id, way, payer_name, payer_number, customer_number, addressee, address,
                         pence, issued_on)
    VALUES (${tx.authorityId}, ${`FP-${number?.month ?? ''}-${String((number?.issued ?? 0) + 1).padStart(4, '0')}`}, ${of.transactionId}::uuid, ${of.statementId}::uuid, ${of.accountId}::uuid,
            ${payer.sector === 'maintained' ? 'journal' : 'invoice'}, ${payer.name}, ${payer.number}, ${payer.customer_number}, ${addresseeOf(payer)}, ${payer.address ?? ''},
            ${of.amount}, ${tx.today}::date)`);
}

/** `Wales High School, part of Wales Trust`; empty for a school that no trust runs. */
function addresseeOf(payer: z.output<typeof payerRow>): string {
  if (payer.trust_name === null) return '';
  return payer.is_trust ? payer.name : `${payer.name}, part of ${payer.trust_name}`;
}
