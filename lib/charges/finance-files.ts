import { z } from 'zod';
import { countColumn, dateColumn, instantColumn, penceColumn, textColumn, uuidColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';
import type { FinanceFileRow } from './finance-file-text';
import { monthColumn } from './store';
import type { FinanceFile } from './types';

const movedRow = z.object({
  transaction_id: uuidColumn, reference: textColumn, kind: z.enum(['charge', 'credit_note', 'reversal']), payer_number: textColumn, payer_name: textColumn, pence: penceColumn,
  customer_number: textColumn, addressee: textColumn, address: textColumn,
  month: monthColumn, statement: textColumn, on_day: dateColumn,
});

export interface FileRow extends FinanceFileRow { readonly transactionId: string }

/**
 * What of a month's ledger no file has yet, of journals or of invoices: charges, credit notes, and credit notes that were
 * taken back. Payments come from the finance system and do not go there.
 */
export async function rowsForFile(tx: ReadTx, periodId: string, way: 'journal' | 'invoice'): Promise<FileRow[]> {
  const rows = await tx.rows(movedRow, sql`
    SELECT m.*, p.month, s.number AS statement FROM (
      SELECT i.authority_id, i.transaction_id, i.reference, 'charge' AS kind, i.payer_number, i.payer_name, i.customer_number, i.addressee, i.address, i.pence, i.statement_id, i.issued_on AS on_day, i.way, 0::bigint AS entry
        FROM invoice i
      UNION ALL
      SELECT v.authority_id, v.transaction_id, i.reference, v.kind, i.payer_number, i.payer_name, i.customer_number, i.addressee, i.address, CASE v.kind WHEN 'reversal' THEN v.pence ELSE -v.pence END, i.statement_id, v.on_day, i.way, v.entry
        FROM invoice_event v JOIN invoice i ON i.authority_id = v.authority_id AND i.id = v.invoice_id
        LEFT JOIN invoice_event b ON b.authority_id = v.authority_id AND b.id = v.about_id
       WHERE v.kind = 'credit_note' OR (v.kind = 'reversal' AND b.kind = 'credit_note')) m
      JOIN ledger_transaction t ON t.authority_id = m.authority_id AND t.id = m.transaction_id
      JOIN ledger_period p ON p.authority_id = t.authority_id AND p.id = t.period_id
      JOIN charge_statement s ON s.authority_id = m.authority_id AND s.id = m.statement_id
     WHERE t.period_id = ${periodId}::uuid AND m.way = ${way}
       AND NOT EXISTS (SELECT 1 FROM finance_file_line l WHERE l.authority_id = m.authority_id AND l.transaction_id = m.transaction_id)
     ORDER BY m.reference, m.entry`);
  return rows.map((row) => ({
    transactionId: row.transaction_id, reference: row.reference, kind: row.kind, payerNumber: row.payer_number, payerName: row.payer_name, customerNumber: row.customer_number, addressee: row.addressee, address: row.address, amount: row.pence, month: row.month,
    statement: row.statement, on: row.on_day,
  }));
}

const fileRow = z.object({
  id: uuidColumn, month: monthColumn, way: z.enum(['journal', 'invoice']), number: z.number(), cost_code: textColumn, rows: countColumn, pence: penceColumn, made_at: instantColumn,
  made_name: textColumn, content_hash: textColumn,
});

/** The files that were made of a month, in order. */
export async function filesOfPeriod(tx: ReadTx, periodId: string): Promise<FinanceFile[]> {
  return tx.rows(fileRow, sql`
    SELECT f.id, p.month, f.way, f.number, f.cost_code, f.rows, f.pence, f.made_at, w.name AS made_name, f.content_hash
      FROM finance_file f JOIN ledger_period p ON p.authority_id = f.authority_id AND p.id = f.period_id
      JOIN person w ON w.authority_id = f.authority_id AND w.id = f.made_by
     WHERE f.period_id = ${periodId}::uuid ORDER BY f.way DESC, f.number`);
}
