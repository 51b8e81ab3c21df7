import { conflict, notFoundRefusal } from '@/lib/core/refusal';
import type { Command } from '@/lib/server/command';
import { settleDisputeInput } from '../input';
import { addEvent, lockedInvoice } from '../move-money';
import { mayRunCharges } from '../policy';

/** Finance records how a dispute was settled. What is then to be given back is a credit note. */
export const settleDispute: Command<typeof settleDisputeInput, { reference: string }> = {
  name: 'invoice.settle_dispute',
  input: settleDisputeInput,
  handle: async (tx, input) => {
    if (!mayRunCharges(tx.actor)) throw notFoundRefusal();
    const invoice = await lockedInvoice(tx, input.invoiceId);
    if (!invoice.events.some((event) => event.id === input.eventId && event.kind === 'dispute')) throw notFoundRefusal();
    if (invoice.standing.disputeId !== input.eventId) throw conflict('This dispute is settled already');
    await addEvent(tx, invoice, { kind: 'dispute_settled', on: tx.today, words: input.words, aboutId: input.eventId, personId: tx.actor.personId });
    return { outcome: { reference: invoice.reference }, audit: { subjectKind: 'invoice', subjectId: invoice.id, before: { disputed: true }, after: { reference: invoice.reference, disputed: false } } };
  },
};
