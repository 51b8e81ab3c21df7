'use client';

import { ActionForm, type FormActionFunction } from './action-form';
import { FormText } from './bound-fields';
import { TextField } from '@/components/ui/text-field';

/** `back`: where to go once signed in; null for the first page of the role. */
export function SignInForm({ action, back }: { action: FormActionFunction; back: string | null }) {
  return (
    <ActionForm action={action} authority="" formKey="" hidden={back === null ? {} : { back }} submit="Sign in">
      <FormText name="email" label="E-mail address" type="email" autoComplete="username" spellCheck={false} />
      <TextField name="password" label="Password" type="password" autoComplete="current-password" />
    </ActionForm>
  );
}
