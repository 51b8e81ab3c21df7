import { pence } from '@/lib/core/pence';
import { conflict, notFoundRefusal } from '@/lib/core/refusal';
import type { Command } from '@/lib/server/command';
import { loadInvoices } from '../invoice-store';
import { importPaymentsInput } from '../input';
import { moveMoney } from '../move-money';
import { checkedPayments, paymentFile } from '../payment-files';
import { mayRunCharges } from '../policy';
import { lockPeriods } from '../store';

/** Records every payment of a checked file, or none where a row has a problem by now. */
export const importPayments: Command<typeof importPaymentsInput, { paymentFileId: string }> = {
  name: 'payment.import',
  input: importPaymentsInput,
  handle: async (tx, { paymentFileId }) => {
    if (!mayRunCharges(tx.actor)) throw notFoundRefusal();
    await lockPeriods(tx);
    const file = await paymentFile(tx, paymentFileId);
    if (!file) throw notFoundRefusal();
    if (file.recorded) throw conflict('The payments of this file are recorded already');
    const { rows, problems } = await checkedPayments(tx, file.content);
    if (problems.length > 0) throw conflict('A row of the file has a problem, so nothing is recorded', problems.map((one) => `Line ${one.row}: ${one.problem}. ${one.toDo}`));
    const invoices = new Map((await loadInvoices(tx)).map((invoice) => [invoice.id, invoice]));
    const added = new Map<string, number>();
    for (const row of rows) {
      const invoice = invoices.get(row.invoiceId);
      if (!invoice) throw notFoundRefusal();
      const number = (added.get(invoice.id) ?? invoice.events.length) + 1;
      added.set(invoice.id, number);
      await moveMoney(tx, invoice, { kind: 'payment', on: row.on, amount: row.amount, bankReference: row.bankReference, paymentFileId: file.id, personId: tx.actor.personId }, {
        against: 'bank', direction: -1, number,
      });
    }
    return {
      outcome: { paymentFileId: file.id },
      audit: { subjectKind: 'payment_file', subjectId: file.id, after: { hash: file.file_hash, rows: rows.length, pence: pence(rows.reduce((sum, row) => sum + row.amount, 0n)) } },
    };
  },
};
