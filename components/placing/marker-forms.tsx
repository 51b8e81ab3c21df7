import { ActionForm, type FormActionFunction } from '@/components/forms/action-form';
import { FormDate, FormRadios, FormSelect, FormText, FormTextArea } from '@/components/forms/bound-fields';
import { datePartsOf } from '@/components/ui/date-field';
import type { CalendarDate } from '@/lib/core/calendar-date';

interface About {
  action: FormActionFunction;
  authority: string;
  formKey: string;
  pupilId: string;
  today: CalendarDate;
  /** The pupil's page. */
  back: string;
}

/** Who or where a pupil must be kept from, from when, and why. */
export function MarkerForm({ action, authority, formKey, pupilId, today, back, sites }: About & { sites: readonly { readonly id: string; readonly name: string }[] }) {
  return (
    <ActionForm action={action} authority={authority} formKey={formKey} hidden={{ pupilId }} submit="Add the marker" beside={<a href={back}>Cancel</a>}>
      <FormRadios name="kind" label="Kind of marker" options={[
        { value: 'not_with', text: 'Not with a certain pupil', hint: 'The two never hold a place at one site at once. It stands on both.' },
        { value: 'not_at', text: 'Not at a certain site' },
      ]} />
      <FormText name="otherReference" label="Reference of the other pupil" hint="For not with; as on the pupil's page, for example RP0912" width={10} optional />
      <FormSelect name="siteId" label="Site" emptyText="For not at: choose a site" options={sites.map(({ id, name }) => ({ value: id, text: name }))} optional />
      <FormTextArea name="reason" label="Why" rows={3} />
      <FormDate name="firstOn" label="First day" defaultValue={datePartsOf(today)} />
      <FormDate name="lastOn" label="Last day" hint="Empty when no end is known" optional />
    </ActionForm>
  );
}

/** The last day of a marker, and why it ends. */
export function EndMarkerForm({ action, authority, formKey, pupilId, today, back, marker }: About & { marker: { readonly id: string; readonly version: number } }) {
  return (
    <ActionForm
      action={action} authority={authority} formKey={formKey} hidden={{ pupilId, markerId: marker.id, version: marker.version }}
      submit="End the marker" beside={<a href={back}>Cancel</a>}
    >
      <FormDate name="lastOn" label="Last day" hint="The marker holds on this day, and no longer after it" defaultValue={datePartsOf(today)} />
      <FormTextArea name="endReason" label="Why it ends" hint="Who agreed, and what has changed" rows={3} />
    </ActionForm>
  );
}
