import { ActionForm, type FormActionFunction } from '@/components/forms/action-form';
import { FormDate, FormSelect, FormText, FormTextArea } from '@/components/forms/bound-fields';
import { PLACE_KIND_WORDS } from '@/lib/core/field-words';

interface ChangeProps {
  action: FormActionFunction;
  authority: string;
  formKey: string;
  siteId: string;
  cancelHref: string;
}

/** A dated change in the number of places of one kind. */
export function PlacesForm({ action, authority, formKey, siteId, cancelHref }: ChangeProps) {
  return (
    <ActionForm action={action} authority={authority} formKey={formKey} hidden={{ siteId }} submit="Change the number" beside={<a href={cancelHref}>Cancel</a>}>
      <FormSelect name="kind" label="Kind of place" options={Object.entries(PLACE_KIND_WORDS).map(([value, text]) => ({ value, text }))} defaultValue="day6" />
      <FormDate name="effectiveOn" label="First day with the new number" />
      <FormText name="places" label="Places" width={3} inputMode="numeric" hint="The whole number of places of this kind from that day on" />
      <FormTextArea name="reason" label="Reason" rows={2} />
    </ActionForm>
  );
}

/** Days on which a site is shut. */
export function ClosureForm({ action, authority, formKey, siteId, cancelHref }: ChangeProps) {
  return (
    <ActionForm action={action} authority={authority} formKey={formKey} hidden={{ siteId }} submit="Record the closure" beside={<a href={cancelHref}>Cancel</a>}>
      <FormDate name="firstOn" label="First day closed" />
      <FormDate name="lastOn" label="Last day closed" />
      <FormTextArea name="closedBecause" label="Why the site is closed" rows={2} />
    </ActionForm>
  );
}
