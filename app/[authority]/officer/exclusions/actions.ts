'use server';

import { recordExclusion } from '@/lib/exclusions/commands/record-exclusion';
import { formAction } from '@/lib/server/form-action';
import { readExclusion } from './read-entry';

export const recordAsOfficer = formAction({
  action: 'exclusion.record',
  command: recordExclusion,
  read: readExclusion,
  then: ({ exclusionId }) => `/officer/exclusions/new?recorded=${exclusionId}`,
});
