'use server';

import { endMarker } from '@/lib/placements/commands/end-marker';
import { markPupil } from '@/lib/placements/commands/mark-pupil';
import { formAction } from '@/lib/server/form-action';

export const mark = formAction({
  action: 'pupil.mark',
  command: markPupil,
  read: (form) => ({
    pupilId: form.text('pupilId'), kind: form.text('kind'), otherReference: form.text('otherReference'), siteId: form.text('siteId'), reason: form.text('reason'),
    firstOn: form.date('firstOn'), lastOn: form.date('lastOn'),
  }),
  then: (outcome) => `/officer/pupils/${outcome.pupilId}?done=marker`,
});

export const end = formAction({
  action: 'pupil.end_marker',
  command: endMarker,
  read: (form) => ({
    pupilId: form.text('pupilId'), markerId: form.text('markerId'), version: form.text('version'), lastOn: form.date('lastOn'), endReason: form.text('endReason'),
  }),
  then: (outcome) => `/officer/pupils/${outcome.pupilId}?done=marker-ended#markers`,
});
