'use server';

import { correctExclusion } from '@/lib/placements/commands/correct-exclusion';
import { correctPupil } from '@/lib/placements/commands/correct-pupil';
import { formAction } from '@/lib/server/form-action';
import { readExclusionCorrection, readPupilCorrection } from './read-correction';

export const correctDetails = formAction({
  action: 'pupil.correct',
  command: correctPupil,
  read: readPupilCorrection,
  then: ({ pupilId }) => `/officer/pupils/${pupilId}?done=corrected`,
});

export const correctWithExclusion = formAction({
  action: 'exclusion.correct',
  command: correctExclusion,
  read: readExclusionCorrection,
  then: ({ pupilId }) => `/officer/pupils/${pupilId}?done=corrected`,
});
