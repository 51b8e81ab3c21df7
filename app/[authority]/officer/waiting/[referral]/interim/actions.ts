'use server';

import { endInterim, recordInterim } from '@/lib/exclusions/commands/record-interim';
import { formAction } from '@/lib/server/form-action';

export const addInterim = formAction({
  action: 'referral.interim',
  command: recordInterim,
  read: (form) => ({
    referralId: form.text('referralId'), referralVersion: form.text('referralVersion'), kind: form.text('kind'), providerName: form.text('providerName'),
    hoursPerWeek: form.text('hoursPerWeek'), firstOn: form.date('firstOn'), lastOn: form.date('lastOn'), reason: form.text('reason'),
  }),
  then: ({ referralId }) => `/officer/waiting/${referralId}`,
});

export const stopInterim = formAction({
  action: 'referral.end_interim',
  command: endInterim,
  read: (form) => ({ interimId: form.text('interimId'), version: form.text('version'), endedOn: form.date('endedOn') }),
  then: ({ referralId }) => `/officer/waiting/${referralId}`,
});
