'use server';

import { assignRole } from '@/lib/people/commands/assign-role';
import { endRole } from '@/lib/people/commands/end-role';
import { givePassword } from '@/lib/people/commands/give-password';
import { savePerson } from '@/lib/people/commands/save-person';
import type { ActionName } from '@/lib/server/access';
import { formAction } from '@/lib/server/form-action';

const toPerson = (done: ActionName) => ({ personId }: { personId: string }) => `/admin/users/${personId}?done=${done}`;

export const save = formAction({
  action: 'person.save', command: savePerson, then: toPerson('person.save'),
  read: (form) => ({
    personId: form.text('personId'), version: form.text('version'), name: form.text('name'), email: form.text('email'), password: form.secret('password'),
  }),
});

export const newPassword = formAction({
  action: 'person.give_password', command: givePassword, then: toPerson('person.give_password'),
  read: (form) => ({ personId: form.text('personId'), version: form.text('version'), newPassword: form.secret('newPassword') }),
});

export const assign = formAction({
  action: 'role.assign', command: assignRole, then: toPerson('role.assign'),
  read: (form) => ({
    personId: form.text('personId'), role: form.text('role'), establishmentId: form.text('establishmentId'), partnershipId: form.text('partnershipId'),
    providerId: form.text('providerId'), firstOn: form.date('firstOn'), lastOn: form.date('lastOn'),
  }),
});

export const end = formAction({
  action: 'role.end', command: endRole, then: toPerson('role.end'),
  read: (form) => ({ roleId: form.text('roleId'), version: form.text('version'), endsOn: form.date('endsOn') }),
});
