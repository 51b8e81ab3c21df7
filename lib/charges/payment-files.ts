import { z } from 'zod';
import { instantColumn, textColumn, uuidColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';
import { loadInvoices } from './invoice-store';
import { isReversed } from './rules/invoice-standing';
import { type CheckedPayments, checkPaymentRows, type KnownInvoice, paymentKey } from './payment-rows';

const fileRow = z.object({ id: uuidColumn, file_name: textColumn, file_hash: textColumn, content: textColumn, checked_at: instantColumn, checked_name: textColumn, recorded: z.boolean() });
export type PaymentFileRow = z.output<typeof fileRow>;

/** A file of payments that was taken in, with whether its rows are recorded. */
export async function paymentFile(tx: ReadTx, id: string): Promise<PaymentFileRow | null> {
  return tx.row(fileRow, sql`
    SELECT f.id, f.file_name, f.file_hash, f.content, f.checked_at, p.name AS checked_name,
           EXISTS (SELECT 1 FROM invoice_event v WHERE v.authority_id = f.authority_id AND v.payment_file_id = f.id) AS recorded
      FROM payment_file f JOIN person p ON p.authority_id = f.authority_id AND p.id = f.checked_by WHERE f.id = ${id}::uuid`);
}

/** The rows of a file against the invoices as they stand now. */
export async function checkedPayments(tx: ReadTx, content: string): Promise<CheckedPayments> {
  const known = new Map((await loadInvoices(tx)).map((invoice): [string, KnownInvoice] => [invoice.reference, {
    id: invoice.id, issuedOn: invoice.issuedOn, outstanding: invoice.standing.outstanding,
    payments: new Set(invoice.events.flatMap((event) => (event.kind === 'payment' && event.amount !== null && !isReversed(event, invoice.events) ? paymentKey(event.on, event.amount, event.bankReference) ?? [] : []))),
  }]));
  return checkPaymentRows(content, known, tx.today);
}
