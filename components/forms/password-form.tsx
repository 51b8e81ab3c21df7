'use client';

import { SHORTEST_PASSWORD } from '@/lib/core/password-rule';
import { ActionForm, type FormActionFunction } from './action-form';
import { FormText } from './bound-fields';

/** `isDue`: the present password is one that an administrator gave. */
export function PasswordForm({ action, isDue }: { action: FormActionFunction; isDue: boolean }) {
  return (
    <ActionForm action={action} authority="" formKey="" submit="Change the password">
      <FormText name="oldPassword" label={isDue ? 'Password you were given' : 'Present password'} type="password" autoComplete="current-password" />
      <FormText name="newPassword" label="New password" type="password" autoComplete="new-password" hint={`At least ${SHORTEST_PASSWORD} characters`} />
      <FormText name="newPasswordAgain" label="New password again" type="password" autoComplete="new-password" />
    </ActionForm>
  );
}
