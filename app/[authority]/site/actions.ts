'use server';

import { acceptPlacement, raiseConcern } from '@/lib/placements/commands/answer-proposal';
import { changePlaces, closeDays, reopenDays } from '@/lib/placements/commands/change-places';
import { leavePlacement } from '@/lib/placements/commands/end-placement';
import { bookTransport, tellParents } from '@/lib/placements/commands/prepare-arrival';
import { recordNotArrived, startPlacement } from '@/lib/placements/commands/record-arrival';
import { formAction, type FormReader } from '@/lib/server/form-action';

const existing = (form: FormReader) => ({ placementId: form.text('placementId'), version: form.text('version') });
const backTo = ({ placementId }: { placementId: string }) => `/site/placements/${placementId}`;
const backToSite = ({ slug }: { slug: string }) => `/site/${slug}/capacity`;

export const accept = formAction({
  action: 'placement.accept', command: acceptPlacement, then: backTo,
  read: (form) => ({ ...existing(form), admissionMeetingOn: form.date('admissionMeetingOn') }),
});

export const raiseAConcern = formAction({
  action: 'placement.raise_concern', command: raiseConcern, then: backTo,
  read: (form) => ({ ...existing(form), concern: form.text('concern') }),
});

export const told = formAction({
  action: 'placement.tell_parents', command: tellParents, then: backTo,
  read: (form) => ({ ...existing(form), toldOn: form.date('toldOn'), toldAt: form.text('toldAt') }),
});

export const transport = formAction({
  action: 'placement.book_transport', command: bookTransport, then: backTo,
  read: (form) => ({ ...existing(form), transport: form.text('transport'), bookedOn: form.date('bookedOn') }),
});

export const start = formAction({
  action: 'placement.start', command: startPlacement, then: backTo,
  read: (form) => ({ ...existing(form), startedOn: form.date('startedOn') }),
});

export const notArrived = formAction({
  action: 'placement.not_arrived', command: recordNotArrived, then: backTo,
  read: (form) => ({ ...existing(form), expectedOn: form.date('expectedOn') }),
});

export const leave = formAction({
  action: 'placement.leave', command: leavePlacement, then: backTo,
  read: (form) => ({ ...existing(form), leftOn: form.date('leftOn'), whereNext: form.text('whereNext') }),
});

export const changeNumber = formAction({
  action: 'site.change_places', command: changePlaces, then: backToSite,
  read: (form) => ({
    siteId: form.text('siteId'), kind: form.text('kind'), effectiveOn: form.date('effectiveOn'), places: form.text('places'), reason: form.text('reason'),
  }),
});

export const close = formAction({
  action: 'site.close_days', command: closeDays, then: backToSite,
  read: (form) => ({ siteId: form.text('siteId'), firstOn: form.date('firstOn'), lastOn: form.date('lastOn'), closedBecause: form.text('closedBecause') }),
});

export const reopen = formAction({
  action: 'site.reopen_days', command: reopenDays, then: backToSite,
  read: (form) => ({ siteId: form.text('siteId'), closureId: form.text('closureId') }),
});
