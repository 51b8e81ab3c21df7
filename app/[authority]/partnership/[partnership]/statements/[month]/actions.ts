'use server';

import { disputeInvoice } from '@/lib/charges/commands/dispute-invoice';
import { queryLines } from '@/lib/charges/commands/query-lines';
import { formAction } from '@/lib/server/form-action';

export const query = formAction({
  action: 'statement.query',
  command: queryLines,
  read: (form) => ({ statementId: form.text('statementId'), placementId: form.text('placementId'), words: form.text('words') }),
  then: ({ slug, month }) => `/partnership/${slug}/statements/${month}?done=queried`,
});

export const dispute = formAction({
  action: 'invoice.dispute',
  command: disputeInvoice,
  read: (form) => ({ invoiceId: form.text('invoiceId'), words: form.text('words') }),
  then: (_outcome, _slug, form) => `/partnership/${encodeURIComponent(form.text('slug'))}/statements/${encodeURIComponent(form.text('month'))}?done=disputed`,
});
