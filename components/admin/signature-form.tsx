import type { CalendarDate } from '@/lib/core/calendar-date';
import { ActionForm, type FormActionFunction } from '@/components/forms/action-form';
import { FormDate, FormRadios, FormText } from '@/components/forms/bound-fields';
import { datePartsOf } from '@/components/ui/date-field';

export interface Signature {
  readonly school_id: string; readonly school_name: string; readonly share_weight: number; readonly legally_binding: boolean; readonly party: string;
  readonly signatory: string; readonly executed_on: CalendarDate | null; readonly in_force_from: CalendarDate | null; readonly in_force_to: CalendarDate | null;
  readonly document: string; readonly version: number;
}

interface SignatureFormProps {
  action: FormActionFunction;
  authority: string;
  formKey: string;
  agreementId: string;
  signature: Signature;
  cancelHref: string;
}

/** What one school signed. A charge needs a binding signature that is executed and in force (R59). */
export function SignatureForm({ action, authority, formKey, agreementId, signature, cancelHref }: SignatureFormProps) {
  return (
    <ActionForm
      action={action} authority={authority} formKey={formKey} submit="Save the signature" beside={<a href={cancelHref}>Cancel</a>}
      hidden={{ agreementId, establishmentId: signature.school_id, version: signature.version }}
    >
      <FormRadios
        name="binding" label="Legally binding" defaultValue={signature.version === 0 ? undefined : signature.legally_binding ? 'yes' : 'no'}
        options={[{ value: 'yes', text: 'Binding', hint: 'Executed by the party that may bind the school' }, { value: 'no', text: 'Not binding', hint: 'Its pupils do not count to the quota, and the school is not charged' }]}
      />
      <FormText name="party" label="Party" hint="The governing board or trust" width="full" defaultValue={signature.party} />
      <FormText name="signatory" label="Signatory" hint="Name and post" width="full" defaultValue={signature.signatory} />
      <FormDate name="executedOn" label="Executed on" defaultValue={datePartsOf(signature.executed_on)} />
      <FormDate name="inForceFrom" label="In force from" defaultValue={datePartsOf(signature.in_force_from)} />
      <FormDate name="inForceTo" label="In force to" optional defaultValue={datePartsOf(signature.in_force_to)} />
      <FormText name="document" label="Document" optional hint="Where the signed paper is kept" width="full" defaultValue={signature.document} />
      <FormText name="shareWeight" label={'Weight for the school\u2019s share'} width={5} inputMode="numeric" hint="1 for an equal split, or its roll" defaultValue={String(signature.share_weight)} />
    </ActionForm>
  );
}
