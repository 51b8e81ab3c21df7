'use server';

import { decideExclusion } from '@/lib/placements/commands/decide-exclusion';
import { rescindExclusion } from '@/lib/placements/commands/rescind-exclusion';
import { formAction } from '@/lib/server/form-action';

export const decide = formAction({
  action: 'exclusion.decide',
  command: decideExclusion,
  read: (form) => ({
    exclusionId: form.text('exclusionId'), version: form.text('version'), decision: form.text('decision'), decidedOn: form.date('decidedOn'), decisionNote: form.text('decisionNote'),
    seen: form.text('seen'),
  }),
  then: (_outcome, _slug, form) => `/officer/waiting/${form.text('referralId')}`,
});

export const rescind = formAction({
  action: 'exclusion.rescind',
  command: rescindExclusion,
  read: (form) => ({
    exclusionId: form.text('exclusionId'), version: form.text('version'), cancelledOn: form.date('cancelledOn'), cancelReason: form.text('cancelReason'),
    boardBegan: form.text('boardBegan'), otherSessionsOut: form.text('otherSessionsOut'), seen: form.text('seen'),
  }),
  then: (_outcome, _slug, form) => `/officer/waiting/${form.text('referralId')}`,
});
