import { z } from 'zod';
import { stringify } from 'csv-stringify/sync';
import { londonDateOf } from '@/lib/core/calendar-date';
import { pence } from '@/lib/core/pence';
import { sql, type ReadTx } from '@/lib/server/unit-of-work';
import { countColumn, instantColumn, penceColumn, textColumn, uuidColumn } from '@/lib/server/columns';
import { checkedPayments, paymentFile } from '../payment-files';
import { mayRunCharges } from '../policy';
import { PAYMENT_COLUMNS, type PaymentFileView } from '../types';

const listRow = z.object({ id: uuidColumn, file_name: textColumn, checked_at: instantColumn, checked_name: textColumn, payments: countColumn, pence: penceColumn });

/** The files of payments whose rows are recorded, newest first. Null for others than finance. */
export async function recordedPaymentFiles(tx: ReadTx) {
  if (!mayRunCharges(tx.actor)) return null;
  return (await tx.rows(listRow, sql`
    SELECT f.id, f.file_name, f.checked_at, p.name AS checked_name, count(v.id) AS payments, sum(v.pence)::bigint AS pence
      FROM payment_file f JOIN person p ON p.authority_id = f.authority_id AND p.id = f.checked_by
      JOIN invoice_event v ON v.authority_id = f.authority_id AND v.payment_file_id = f.id
     GROUP BY f.id, f.file_name, f.checked_at, p.name ORDER BY f.checked_at DESC, f.id`))
    .map((row) => ({ id: row.id, fileName: row.file_name, on: londonDateOf(row.checked_at), by: row.checked_name, payments: row.payments, total: row.pence }));
}

/** A file that was taken in, its rows judged by the invoices as they stand now. Null for others and for what is none. */
export async function paymentFileView(tx: ReadTx, id: string): Promise<PaymentFileView | null> {
  if (!mayRunCharges(tx.actor) || !z.uuid().safeParse(id).success) return null;
  const file = await paymentFile(tx, id);
  if (!file) return null;
  const { rows, problems } = file.recorded ? { rows: [], problems: [] } : await checkedPayments(tx, file.content);
  return {
    id: file.id, fileName: file.file_name, checkedBy: file.checked_name, checkedOn: londonDateOf(file.checked_at), recorded: file.recorded, rows, problems,
    total: pence(rows.reduce((sum, row) => sum + row.amount, 0n)),
  };
}

/** The template: its headings alone, so that no row has to be taken out. */
export function paymentTemplateText(): string {
  return stringify([PAYMENT_COLUMNS.map(({ header }) => header)], { bom: true, record_delimiter: 'windows' });
}
