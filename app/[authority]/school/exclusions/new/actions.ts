'use server';

import { recordExclusion } from '@/lib/exclusions/commands/record-exclusion';
import { formAction } from '@/lib/server/form-action';
import { readExclusion } from '../../../officer/exclusions/read-entry';

export const recordAsSchool = formAction({
  action: 'exclusion.record',
  command: recordExclusion,
  read: readExclusion,
  then: ({ exclusionId }) => `/school/exclusions/new?recorded=${exclusionId}`,
});
