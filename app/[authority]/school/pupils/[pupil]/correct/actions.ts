'use server';

import { correctExclusion } from '@/lib/placements/commands/correct-exclusion';
import { formAction } from '@/lib/server/form-action';
import { readExclusionCorrection } from '../../../../officer/pupils/[pupil]/correct/read-correction';

export const correctAsSchool = formAction({
  action: 'exclusion.correct',
  command: correctExclusion,
  read: readExclusionCorrection,
  then: ({ pupilId }) => `/school/pupils/${pupilId}?done=corrected`,
});
