import { z } from 'zod';
import type { Pence } from '@/lib/core/pence';
import { countColumn, textColumn } from '@/lib/server/columns';
import { type WriteTx, sql } from '@/lib/server/unit-of-work';
import { monthColumn } from './store';

const payerRow = z.object({ name: textColumn, laestab: textColumn.nullable(), sector: textColumn.nullable() });
const numberRow = z.object({ month: monthColumn, issued: countColumn });

/**
 * The invoice or journal of a posted charge, numbered on in the ledger's month: `FP-2026-02-0001`. A maintained school is
 * charged by journal, an academy by invoice, by its type on the day. A partnership's devolved money gets none: it is
 * netted. The caller holds the periods.
 */
export async function issueInvoice(tx: WriteTx, of: { readonly transactionId: string; readonly accountId: string; readonly statementId: string; readonly periodId: string; readonly amount: Pence }): Promise<void> {
  const payer = await tx.row(payerRow, sql`
    SELECT e.name, e.laestab, (SELECT t.sector FROM establishment_type t WHERE t.authority_id = e.authority_id AND t.establishment_id = e.id
                        AND (t.first_on IS NULL OR t.first_on <= ${tx.today}::date) AND (t.last_on IS NULL OR t.last_on >= ${tx.today}::date) LIMIT 1) AS sector
      FROM ledger_account a JOIN establishment e ON e.authority_id = a.authority_id AND e.id = a.establishment_id WHERE a.id = ${of.accountId}::uuid`);
  if (!payer) return;
  const number = await tx.row(numberRow, sql`
    SELECT p.month, (SELECT count(*) FROM invoice i JOIN ledger_transaction t ON t.authority_id = i.authority_id AND t.id = i.transaction_id
             WHERE t.authority_id = p.authority_id AND t.period_id = p.id) AS issued FROM ledger_period p WHERE p.id = ${of.periodId}::uuid`);
  await tx.execute(sql`
    INSERT INTO invoice (authority_id, reference, transaction_id, statement_id, account_id, way, payer_name, payer_number, pence, issued_on)
    VALUES (${tx.authorityId}, ${`FP-${number?.month ?? ''}-${String((number?.issued ?? 0) + 1).padStart(4, '0')}`}, ${of.transactionId}::uuid, ${of.statementId}::uuid, ${of.accountId}::uuid,
            ${payer.sector === 'maintained' ? 'journal' : 'invoice'}, ${payer.name}, ${payer.laestab ?? ''}, ${of.amount}, ${tx.today}::date)`);
}
