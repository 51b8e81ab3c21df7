'use server';

import { importPayments } from '@/lib/charges/commands/import-payments';
import { formAction } from '@/lib/server/form-action';

export const record = formAction({
  action: 'payment.import',
  command: importPayments,
  read: (form) => ({ paymentFileId: form.text('paymentFileId') }),
  then: ({ paymentFileId }) => `/finance/payments/import?file=${paymentFileId}`,
});
