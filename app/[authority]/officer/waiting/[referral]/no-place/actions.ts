'use server';

import { recordNoPlace } from '@/lib/exclusions/commands/record-no-place';
import { formAction } from '@/lib/server/form-action';

export const noteNoPlace = formAction({
  action: 'referral.no_place',
  command: recordNoPlace,
  read: (form) => ({ referralId: form.text('referralId'), referralVersion: form.text('referralVersion'), note: form.text('note'), nextAction: form.text('nextAction') }),
  then: ({ referralId }) => `/officer/waiting/${referralId}`,
});
