import { TRANSPORT_WORDS } from '@/lib/core/field-words';
import { ActionForm, type FormActionFunction } from '@/components/forms/action-form';
import { FormSelect, FormTextArea } from '@/components/forms/bound-fields';

export const TRANSPORT_OPTIONS = Object.entries(TRANSPORT_WORDS).map(([value, text]) => ({ value, text }));

interface ProposalFormProps {
  action: FormActionFunction;
  authority: string;
  formKey: string;
  hidden: Readonly<Record<string, string | number>>;
  siteName: string;
  firstName: string;
  whySuits: string;
  /** "starts 2 school days after it is due"; null when it starts in time. */
  lateWords: string | null;
  backHref: string;
}

/** What only the officer knows, and the one button that proposes. */
export function ProposalForm({ siteName, firstName, whySuits, lateWords, backHref, ...form }: ProposalFormProps) {
  return (
    <ActionForm {...form} submit={`Confirm: propose to ${siteName}`} beside={<a href={backHref}>Back to the options</a>}>
      {lateWords ? <FormTextArea name="lateReason" label={`This ${lateWords}: why?`} hint="Kept with the placement." rows={2} /> : null}
      <FormTextArea name="whySuits" label={`Why this place suits ${firstName}`} hint="Drawn up from the reasons on the options page; add what you know." rows={3} defaultValue={whySuits} />
      <FormSelect name="transport" label="Transport" options={TRANSPORT_OPTIONS} defaultValue="none" width={20} />
      <FormTextArea name="viewPupil" label={`${firstName}\u2019s view`} rows={2} optional />
      <FormTextArea name="viewParent" label={"Parents\u2019 or carers\u2019 view"} rows={2} optional />
    </ActionForm>
  );
}
