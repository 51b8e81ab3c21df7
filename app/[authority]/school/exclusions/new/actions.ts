'use server';

import { recordExclusion } from '@/lib/exclusions/commands/record-exclusion';
import { tellNotices } from '@/lib/exclusions/commands/tell-notices';
import { formAction } from '@/lib/server/form-action';
import { readExclusion, readTold } from '../../../officer/exclusions/read-entry';

export const recordAsSchool = formAction({
  action: 'exclusion.record',
  command: recordExclusion,
  read: readExclusion,
  then: ({ exclusionId }) => `/school/exclusions/new?recorded=${exclusionId}`,
});

export const tellAsSchool = formAction({
  action: 'exclusion.tell',
  command: tellNotices,
  read: readTold,
  then: ({ exclusionId }) => `/school/exclusions/new?recorded=${exclusionId}`,
});
