'use server';

import { changeTrustMember, joinTrust } from '@/lib/organisations/commands/change-trust-members';
import { saveTrust } from '@/lib/organisations/commands/save-trust';
import type { ActionName } from '@/lib/server/access';
import { formAction } from '@/lib/server/form-action';

const toTrust = (done: ActionName) => ({ slug }: { slug: string }) => `/admin/trusts/${slug}?done=${done}`;

export const save = formAction({
  action: 'trust.save', command: saveTrust, then: toTrust('trust.save'),
  read: (form) => ({
    trustId: form.text('trustId'), version: form.text('version'), name: form.text('name'), companyNumber: form.text('companyNumber'), address: form.text('address'),
    customerNumber: form.text('customerNumber'), firstOn: form.date('firstOn'), lastOn: form.date('lastOn'),
  }),
});

export const join = formAction({
  action: 'trust.join', command: joinTrust, then: toTrust('trust.join'),
  read: (form) => ({ trustId: form.text('trustId'), establishmentId: form.text('establishmentId'), joinsOn: form.date('joinsOn'), leavesOn: form.date('leavesOn') }),
});

export const changeMember = formAction({
  action: 'trust.change_member', command: changeTrustMember, then: toTrust('trust.change_member'),
  read: (form) => ({ trustMemberId: form.text('trustMemberId'), version: form.text('version'), beginsOn: form.date('beginsOn'), endsOn: form.date('endsOn') }),
});
