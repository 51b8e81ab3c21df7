'use server';

import { joinPartnership, leavePartnership } from '@/lib/organisations/commands/change-members';
import { savePartnership } from '@/lib/organisations/commands/save-partnership';
import type { ActionName } from '@/lib/server/access';
import { formAction } from '@/lib/server/form-action';

const toPartnership = (done: ActionName) => ({ slug }: { slug: string }) => `/admin/partnerships/${slug}?done=${done}`;

export const save = formAction({
  action: 'partnership.save', command: savePartnership, then: toPartnership('partnership.save'),
  read: (form) => ({
    partnershipId: form.text('partnershipId'), version: form.text('version'), name: form.text('name'), phase: form.text('phase'),
    devolutionModel: form.text('devolutionModel'), displayOrder: form.text('displayOrder'), firstOn: form.date('firstOn'), lastOn: form.date('lastOn'),
  }),
});

export const join = formAction({
  action: 'partnership.join', command: joinPartnership, then: toPartnership('partnership.join'),
  read: (form) => ({
    partnershipId: form.text('partnershipId'), establishmentId: form.text('establishmentId'), joinsOn: form.date('joinsOn'), leavesOn: form.date('leavesOn'),
  }),
});

export const leave = formAction({
  action: 'partnership.leave', command: leavePartnership, then: toPartnership('partnership.leave'),
  read: (form) => ({ memberId: form.text('memberId'), lastDay: form.date('lastDay') }),
});
