import { formatPounds, pence } from '@/lib/core/pence';
import { conflict, invalid, notFoundRefusal } from '@/lib/core/refusal';
import { loadSettings } from '@/lib/organisations/settings';
import type { Command } from '@/lib/server/command';
import { creditInvoiceInput } from '../input';
import { addEvent, lockedInvoice, moveMoney } from '../move-money';
import { mayRunCharges } from '../policy';

/** Gives a credit note, which is a further double entry; from the limit for two people on it is asked for, and somebody else gives it. */
export const creditInvoice: Command<typeof creditInvoiceInput, { reference: string; waits: boolean }> = {
  name: 'invoice.credit',
  input: creditInvoiceInput,
  handle: async (tx, input) => {
    if (!mayRunCharges(tx.actor)) throw notFoundRefusal();
    const invoice = await lockedInvoice(tx, input.invoiceId);
    if (invoice.standing.askedId !== null) throw conflict('A credit note for this invoice waits for a second person already');
    const most = pence(invoice.amount - invoice.standing.credited);
    if (input.amount > most) throw invalid('amount', most > 0n ? `Amount must be at most ${formatPounds(most)}: the invoice less what is credited already` : 'Nothing is left of this invoice to credit');
    const { two_people_post_from: pounds } = await loadSettings(tx);
    const waits = input.amount >= BigInt(pounds) * 100n;
    const event = { on: tx.today, amount: input.amount, words: input.words, personId: tx.actor.personId };
    await (waits
      ? addEvent(tx, invoice, { kind: 'credit_asked', ...event })
      : moveMoney(tx, invoice, { kind: 'credit_note', ...event }, { against: 'income', direction: -1, number: invoice.events.length + 1 }));
    return {
      outcome: { reference: invoice.reference, waits },
      audit: { subjectKind: 'invoice', subjectId: invoice.id, after: { reference: invoice.reference, pence: input.amount, state: waits ? 'asked' : 'given' } },
    };
  },
};
