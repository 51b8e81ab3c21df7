import { formatPounds } from '@/lib/core/pence';
import { conflict, notFoundRefusal } from '@/lib/core/refusal';
import { loadSettings } from '@/lib/organisations/settings';
import type { Command } from '@/lib/server/command';
import { reverseEventInput } from '../input';
import { lockedInvoice, moveMoney } from '../move-money';
import { mayRunCharges } from '../policy';
import { isReversed } from '../rules/invoice-standing';

/** Takes a payment or a credit note back by the opposite double entry: the balance is then what it was before. */
export const reverseEvent: Command<typeof reverseEventInput, { reference: string }> = {
  name: 'invoice.reverse',
  input: reverseEventInput,
  handle: async (tx, input) => {
    if (!mayRunCharges(tx.actor)) throw notFoundRefusal();
    const invoice = await lockedInvoice(tx, input.invoiceId);
    const event = invoice.events.find((one) => one.id === input.eventId && (one.kind === 'payment' || one.kind === 'credit_note'));
    if (!event || event.amount === null) throw notFoundRefusal();
    if (isReversed(event, invoice.events)) throw conflict('This is taken back already');
    const { two_people_post_from: pounds } = await loadSettings(tx);
    if (event.amount >= BigInt(pounds) * 100n && event.recordedBy === tx.actor.personId) {
      throw conflict(`You recorded this sum of ${formatPounds(event.amount)}, and it is at or above the limit for two people. Somebody else in finance takes it back`);
    }
    await moveMoney(tx, invoice, { kind: 'reversal', on: tx.today, amount: event.amount, words: input.words, aboutId: event.id, personId: tx.actor.personId }, {
      against: event.kind === 'payment' ? 'bank' : 'income', direction: 1, number: invoice.events.length + 1,
    });
    return {
      outcome: { reference: invoice.reference },
      audit: { subjectKind: 'invoice', subjectId: invoice.id, before: { kind: event.kind, pence: event.amount }, after: { reference: invoice.reference, state: 'reversed' } },
    };
  },
};
