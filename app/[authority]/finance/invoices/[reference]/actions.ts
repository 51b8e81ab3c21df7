'use server';

import { answerCredit } from '@/lib/charges/commands/answer-credit';
import { creditInvoice } from '@/lib/charges/commands/credit-invoice';
import { disputeInvoice } from '@/lib/charges/commands/dispute-invoice';
import { recordPayment } from '@/lib/charges/commands/record-payment';
import { reverseEvent } from '@/lib/charges/commands/reverse-event';
import { settleDispute } from '@/lib/charges/commands/settle-dispute';
import { formAction } from '@/lib/server/form-action';

export const pay = formAction({
  action: 'payment.record',
  command: recordPayment,
  read: (form) => ({ invoiceId: form.text('invoiceId'), receivedOn: form.date('receivedOn'), amount: form.text('amount'), bankReference: form.text('bankReference') }),
  then: ({ reference, overPaid }) => `/finance/invoices/${reference}?done=${overPaid === null ? 'paid' : 'over'}`,
});

export const dispute = formAction({
  action: 'invoice.dispute',
  command: disputeInvoice,
  read: (form) => ({ invoiceId: form.text('invoiceId'), words: form.text('words') }),
  then: ({ reference }) => `/finance/invoices/${reference}?done=disputed`,
});

export const settle = formAction({
  action: 'invoice.settle_dispute',
  command: settleDispute,
  read: (form) => ({ invoiceId: form.text('invoiceId'), eventId: form.text('eventId'), words: form.text('words') }),
  then: ({ reference }) => `/finance/invoices/${reference}?done=settled`,
});

export const credit = formAction({
  action: 'invoice.credit',
  command: creditInvoice,
  read: (form) => ({ invoiceId: form.text('invoiceId'), amount: form.text('amount'), words: form.text('words') }),
  then: ({ reference, waits }) => `/finance/invoices/${reference}?done=${waits ? 'asked' : 'credited'}`,
});

export const answerAsked = formAction({
  action: 'invoice.answer_credit',
  command: answerCredit,
  read: (form) => ({ invoiceId: form.text('invoiceId'), eventId: form.text('eventId'), answer: form.text('answer'), words: form.text('words') }),
  then: ({ reference, given }) => `/finance/invoices/${reference}?done=${given ? 'credited' : 'refused'}`,
});

export const reverse = formAction({
  action: 'invoice.reverse',
  command: reverseEvent,
  read: (form) => ({ invoiceId: form.text('invoiceId'), eventId: form.text('eventId'), words: form.text('words') }),
  then: ({ reference }) => `/finance/invoices/${reference}?done=reversed`,
});
