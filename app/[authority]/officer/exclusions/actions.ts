'use server';

import { recordExclusion } from '@/lib/exclusions/commands/record-exclusion';
import { tellNotices } from '@/lib/exclusions/commands/tell-notices';
import { formAction } from '@/lib/server/form-action';
import { readExclusion, readTold } from './read-entry';

export const recordAsOfficer = formAction({
  action: 'exclusion.record',
  command: recordExclusion,
  read: readExclusion,
  then: ({ exclusionId }) => `/officer/exclusions/new?recorded=${exclusionId}`,
});

export const tellAsOfficer = formAction({
  action: 'exclusion.tell',
  command: tellNotices,
  read: readTold,
  then: ({ pupilId, referralId }) => (referralId === null ? `/officer/pupils/${pupilId}?done=told` : `/officer/waiting/${referralId}?done=told#who-is-told`),
});
