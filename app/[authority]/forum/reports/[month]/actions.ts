'use server';

import { draftReport } from '@/lib/publishing/commands/draft-report';
import { leaveOut } from '@/lib/publishing/commands/leave-out';
import { publishReport } from '@/lib/publishing/commands/publish-report';
import { signReport } from '@/lib/publishing/commands/sign-report';
import { writeReport } from '@/lib/publishing/commands/write-report';
import { formAction } from '@/lib/server/form-action';

export const draft = formAction({
  action: 'report.draft',
  command: draftReport,
  read: (form) => ({ month: form.text('month') }),
  then: ({ month }) => `/forum/reports/${month}?done=drafted`,
});

export const write = formAction({
  action: 'report.write',
  command: writeReport,
  read: (form) => ({
    reportId: form.text('reportId'), version: form.text('version'), purpose: form.text('purpose'), meeting: form.text('meeting'), item: form.text('item'), author: form.text('author'),
    voters: form.text('voters'), recommendations: form.text('recommendations'), background: form.text('background'), headline: form.text('headline'), risks: form.text('risks'),
    nextSteps: form.text('nextSteps'), note: form.text('note'),
  }),
  then: ({ month }) => `/forum/reports/${month}?done=written`,
});

export const leave = formAction({
  action: 'report.leave_out',
  command: leaveOut,
  read: (form) => ({ reportId: form.text('reportId'), version: form.text('version'), leftOut: form.texts('leftOut') }),
  then: ({ month }) => `/forum/reports/${month}?done=left`,
});

export const sign = formAction({
  action: 'report.sign',
  command: signReport,
  read: (form) => ({ reportId: form.text('reportId'), version: form.text('version'), confirmed: form.text('confirmed') }),
  then: ({ month }) => `/forum/reports/${month}?done=signed`,
});

export const publish = formAction({
  action: 'report.publish',
  command: publishReport,
  read: (form) => ({ reportId: form.text('reportId'), version: form.text('version') }),
  then: ({ month }) => `/forum/reports/${month}?done=published`,
});
