import { answerCredit } from '@/lib/charges/commands/answer-credit';
import { creditInvoice } from '@/lib/charges/commands/credit-invoice';
import { recordPayment } from '@/lib/charges/commands/record-payment';
import { reverseEvent } from '@/lib/charges/commands/reverse-event';
import { type KeptInvoice, loadInvoices } from '@/lib/charges/invoice-store';
import { type Caller, readUnit } from '@/lib/server/unit-of-work';
import { done, run } from './callers';
import { buildCharged, type ChargedCouncil, close, draft, OCTOBER, post } from './charges';

/** The day on which October's charge of £5,684.21 is posted and closed: its one invoice is of this day. */
export const ISSUED = '2025-11-18';

export async function buildInvoiced(): Promise<ChargedCouncil> {
  const council = await buildCharged();
  await done(draft(council.one('2025-11-03'), OCTOBER));
  await done(post(council.two(ISSUED), OCTOBER));
  await done(close(council.one(ISSUED), OCTOBER));
  return council;
}

export async function onlyInvoice(caller: Caller, asAt?: KeptInvoice['issuedOn']): Promise<KeptInvoice> {
  const [invoice, ...others] = await readUnit(caller, (tx) => loadInvoices(tx, asAt === undefined ? {} : { asAt }));
  if (!invoice || others.length > 0) throw new Error(`${others.length + 1} invoices`);
  return invoice;
}

export const pay = async (caller: Caller, amount: string, on: string, bankReference = '') =>
  run(recordPayment, caller, { invoiceId: (await onlyInvoice(caller)).id, receivedOn: on, amount, bankReference });

export const credit = async (caller: Caller, amount: string) =>
  run(creditInvoice, caller, { invoiceId: (await onlyInvoice(caller)).id, amount, words: 'A day was counted twice' });

export async function answerAsked(caller: Caller, answer: 'given' | 'refused') {
  const { id, standing } = await onlyInvoice(caller);
  return run(answerCredit, caller, { invoiceId: id, eventId: standing.askedId, answer, words: 'Looked at with the school' });
}

export async function reverse(caller: Caller, eventId: string) {
  return run(reverseEvent, caller, { invoiceId: (await onlyInvoice(caller)).id, eventId, words: 'It belongs to another invoice' });
}
