'use client';

import { ActionForm, type FormActionFunction } from './action-form';
import { FormText } from './bound-fields';
import { TextField } from '@/components/ui/text-field';

export function SignInForm({ action }: { action: FormActionFunction }) {
  return (
    <ActionForm action={action} authority="" formKey="" submit="Sign in">
      <FormText name="email" label="E-mail address" type="email" autoComplete="username" spellCheck={false} />
      <TextField name="password" label="Password" type="password" autoComplete="current-password" />
    </ActionForm>
  );
}
