import { ActionForm, type FormActionFunction } from '@/components/forms/action-form';
import { FormTextArea } from '@/components/forms/bound-fields';
import type { ButtonKind } from '@/components/ui/button';

interface ConfirmFormProps {
  action: FormActionFunction;
  authority: string;
  formKey: string;
  hidden: Readonly<Record<string, string | number>>;
  submit: string;
  submitKind?: ButtonKind;
  /** The one thing only a person can say. */
  field: { readonly name: string; readonly label: string; readonly hint?: string };
  backHref: string;
}

/** A reason and the button that does it. */
export function ConfirmForm({ field, backHref, ...form }: ConfirmFormProps) {
  return (
    <div className="fp-confirm">
      <ActionForm {...form} beside={<a href={backHref}>Leave it as it is</a>}>
        <FormTextArea name={field.name} label={field.label} hint={field.hint} rows={3} />
      </ActionForm>
    </div>
  );
}
