import { ActionForm, type FormActionFunction } from '@/components/forms/action-form';
import { FormText } from '@/components/forms/bound-fields';

interface PersonFormProps {
  action: FormActionFunction;
  authority: string;
  formKey: string;
  /** The line it is folded under, where it stands below a list. */
  fold?: string;
  person?: { readonly id: string; readonly name: string; readonly email: string; readonly has_sign_in: boolean; readonly version: number };
}

/** Name and address of a person, and the first password of a sign-in where there is none. */
export function PersonForm({ action, authority, formKey, fold, person }: PersonFormProps) {
  return (
    <ActionForm fold={fold === undefined ? undefined : { summary: fold }} action={action} authority={authority} formKey={formKey} hidden={{ personId: person?.id ?? '', version: person?.version ?? 0 }} submit={person ? 'Save the person' : 'Add the person'}>
      <FormText name="name" label="Name" defaultValue={person?.name} autoComplete="off" />
      <FormText name="email" label="E-mail address" type="email" width="full" defaultValue={person?.email} autoComplete="off" spellCheck={false} hint={person?.has_sign_in ? 'The address of the sign-in stays the first one' : undefined} />
      {person?.has_sign_in ? null : (
        <FormText
          name="password" label="First password" type="password" optional autoComplete="new-password"
          hint="At least 12 characters. Empty for no sign-in. They choose their own when they first sign in. An address that signs in to another authority here keeps its own password"
        />
      )}
    </ActionForm>
  );
}
