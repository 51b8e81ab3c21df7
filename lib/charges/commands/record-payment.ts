import { dateInWords } from '@/lib/core/date-words';
import { formatPounds, pence } from '@/lib/core/pence';
import { invalid, notFoundRefusal } from '@/lib/core/refusal';
import type { Command } from '@/lib/server/command';
import { recordPaymentInput } from '../input';
import { lockedInvoice, moveMoney } from '../move-money';
import { mayRunCharges } from '../policy';
import { isReversed } from '../rules/invoice-standing';
import { paymentKey } from '../payment-rows';

/** Records a payment of an invoice, in full or in part. One of more than is left to pay is taken, and the outcome says by how much. */
export const recordPayment: Command<typeof recordPaymentInput, { reference: string; overPaid: string | null }> = {
  name: 'payment.record',
  input: recordPaymentInput,
  handle: async (tx, input) => {
    if (!mayRunCharges(tx.actor)) throw notFoundRefusal();
    const invoice = await lockedInvoice(tx, input.invoiceId);
    if (input.receivedOn > tx.today) throw invalid('receivedOn', 'Day the money came in must be today or earlier');
    if (input.receivedOn < invoice.issuedOn) throw invalid('receivedOn', `The invoice was issued later, on ${dateInWords(invoice.issuedOn)}. Check the reference and the day`);
    const key = paymentKey(input.receivedOn, input.amount, input.bankReference);
    const known = invoice.events.some((event) => event.kind === 'payment' && event.amount !== null && !isReversed(event, invoice.events) && paymentKey(event.on, event.amount, event.bankReference) === key);
    if (key !== null && known) throw invalid('bankReference', 'A payment of this sum, day and bank reference is on record already');
    await moveMoney(tx, invoice, { kind: 'payment', on: input.receivedOn, amount: input.amount, bankReference: input.bankReference, personId: tx.actor.personId }, {
      against: 'bank', direction: -1, number: invoice.events.length + 1,
    });
    const over = pence(input.amount - invoice.standing.outstanding);
    return {
      outcome: { reference: invoice.reference, overPaid: over > 0n ? formatPounds(over) : null },
      audit: { subjectKind: 'invoice', subjectId: invoice.id, after: { reference: invoice.reference, pence: input.amount, receivedOn: input.receivedOn } },
    };
  },
};
