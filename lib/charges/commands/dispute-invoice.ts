import { conflict, notFoundRefusal } from '@/lib/core/refusal';
import type { Command } from '@/lib/server/command';
import { disputeInvoiceInput } from '../input';
import { addEvent, lockedInvoice } from '../move-money';
import { mayDisputeInvoice } from '../policy';

/** The payer's head, or finance for the payer, disputes an invoice: no reminder is sent until it is settled. */
export const disputeInvoice: Command<typeof disputeInvoiceInput, { reference: string }> = {
  name: 'invoice.dispute',
  input: disputeInvoiceInput,
  handle: async (tx, input) => {
    const invoice = await lockedInvoice(tx, input.invoiceId);
    if (!mayDisputeInvoice(tx.actor, invoice.payerId)) throw notFoundRefusal();
    if (invoice.standing.disputeId !== null) throw conflict('This invoice is disputed already, and the dispute is not settled');
    if (invoice.standing.outstanding <= 0n) throw conflict('Nothing is left to pay of this invoice, so there is nothing to dispute. Ask for a credit note if a sum was paid that was not owed');
    await addEvent(tx, invoice, { kind: 'dispute', on: tx.today, words: input.words, personId: tx.actor.personId });
    return { outcome: { reference: invoice.reference }, audit: { subjectKind: 'invoice', subjectId: invoice.id, after: { reference: invoice.reference, disputed: true } } };
  },
};
