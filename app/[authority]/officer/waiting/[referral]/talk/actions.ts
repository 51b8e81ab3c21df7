'use server';

import { discussExclusion } from '@/lib/exclusions/commands/discuss-exclusion';
import { formAction } from '@/lib/server/form-action';

export const discuss = formAction({
  action: 'exclusion.discuss',
  command: discussExclusion,
  read: (form) => ({
    referralId: form.text('referralId'), referralVersion: form.text('referralVersion'), happenedOn: form.date('happenedOn'), withWhom: form.text('withWhom'),
    challenge: form.text('challenge'), alternatives: form.text('alternatives'), outcome: form.text('outcome'), note: form.text('note'),
  }),
  then: ({ referralId }) => `/officer/waiting/${referralId}`,
});
