'use server';

import { recordReferral } from '@/lib/exclusions/commands/record-referral';
import { formAction } from '@/lib/server/form-action';
import { readPupil } from '../exclusions/read-entry';

export const record = formAction({
  action: 'referral.record',
  command: recordReferral,
  read: (form) => ({
    route: form.text('route'), schoolId: form.text('schoolId'), receivedOn: form.date('receivedOn'), wantedFrom: form.date('wantedFrom'), wantedTo: form.date('wantedTo'),
    shareTenths: form.text('shareTenths'), askedFor: form.text('askedFor'), ...readPupil(form),
  }),
  then: ({ referralId }) => `/officer/waiting/${referralId}`,
});
