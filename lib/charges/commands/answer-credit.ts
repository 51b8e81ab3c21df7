import { conflict, notFoundRefusal } from '@/lib/core/refusal';
import type { Command } from '@/lib/server/command';
import { answerCreditInput } from '../input';
import { addEvent, lockedInvoice, moveMoney } from '../move-money';
import { mayRunCharges } from '../policy';

/** A second person gives or refuses a credit note that was asked for. Whoever asked may refuse it, not give it. */
export const answerCredit: Command<typeof answerCreditInput, { reference: string; given: boolean }> = {
  name: 'invoice.answer_credit',
  input: answerCreditInput,
  handle: async (tx, input) => {
    if (!mayRunCharges(tx.actor)) throw notFoundRefusal();
    const invoice = await lockedInvoice(tx, input.invoiceId);
    const asked = invoice.events.find((event) => event.id === input.eventId && event.kind === 'credit_asked');
    if (!asked || asked.amount === null) throw notFoundRefusal();
    if (invoice.standing.askedId !== asked.id) throw conflict('This credit note is answered already');
    const given = input.answer === 'given';
    if (given && asked.recordedBy === tx.actor.personId) throw conflict('You asked for this credit note, and its sum is at or above the limit for two people. Somebody else in finance gives it');
    const event = { on: tx.today, words: input.words, aboutId: asked.id, personId: tx.actor.personId };
    await (given
      ? moveMoney(tx, invoice, { kind: 'credit_note', amount: asked.amount, ...event }, { against: 'income', direction: -1, number: invoice.events.length + 1 })
      : addEvent(tx, invoice, { kind: 'credit_refused', ...event }));
    return {
      outcome: { reference: invoice.reference, given },
      audit: { subjectKind: 'invoice', subjectId: invoice.id, before: { state: 'asked' }, after: { reference: invoice.reference, pence: asked.amount, state: given ? 'given' : 'refused' } },
    };
  },
};
