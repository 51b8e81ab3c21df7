import type { CalendarDate } from '@/lib/core/calendar-date';
import { ActionForm, type FormActionFunction } from '@/components/forms/action-form';
import { FormCheckboxes, FormDate, FormSelect, FormText, FormTime } from '@/components/forms/bound-fields';
import { datePartsOf } from '@/components/ui/date-field';
import type { SelectOption } from '@/components/ui/select-field';

interface SiteFormProps {
  action: FormActionFunction;
  authority: string;
  formKey: string;
  /** The line it is folded under, where it stands below a list. */
  fold?: string;
  needs: readonly SelectOption[];
  /** For a new site: where it belongs. */
  providers?: readonly SelectOption[];
  providerKinds?: readonly SelectOption[];
  site?: {
    readonly id: string; readonly name: string; readonly specialism: string; readonly low_year: number; readonly high_year: number; readonly needs: readonly string[];
    readonly languages: readonly string[]; readonly must_agree: boolean; readonly counts_to_quota: boolean; readonly address: string; readonly start_time: string;
    readonly end_time: string; readonly contact_name: string; readonly contact_phone: string; readonly opened_on: CalendarDate; readonly closed_on: CalendarDate | null;
    readonly version: number;
  };
  cancelHref: string;
}

/** What people are told about a site, and what decides whom it suits. Its places are dated events of their own. */
export function SiteForm({ action, authority, formKey, fold, needs, providers, providerKinds = [], site, cancelHref }: SiteFormProps) {
  return (
    <ActionForm fold={fold === undefined ? undefined : { summary: fold }} action={action} authority={authority} formKey={formKey} hidden={{ siteId: site?.id ?? '', version: site?.version ?? 0 }} submit={site ? 'Save the site' : 'Add the site'} beside={<a href={cancelHref}>Cancel</a>}>
      <FormText name="name" label="Name of the site" defaultValue={site?.name} />
      {providers ? (
        <>
          <FormSelect name="providerId" label="Provider" emptyText="A new provider, named below" options={providers} width="full" />
          <FormText name="newProviderName" label="Name of the new provider" optional />
          <FormSelect name="newProviderKind" label="Kind of the new provider" optional emptyText="None" options={providerKinds} />
        </>
      ) : null}
      <FormText name="specialism" label="Specialism" optional width="full" defaultValue={site?.specialism} />
      <div className="fp-form-row">
        <FormText name="lowYear" label="Youngest year group" width={2} inputMode="numeric" defaultValue={site ? String(site.low_year) : undefined} />
        <FormText name="highYear" label="Oldest year group" width={2} inputMode="numeric" defaultValue={site ? String(site.high_year) : undefined} />
      </div>
      <FormCheckboxes name="needs" label="Needs it meets" small defaultValue={site?.needs ?? ['SEMH']} options={needs} />
      <FormText name="languages" label="Languages supported" optional hint="With commas between" defaultValue={site?.languages.join(', ')} />
      <FormCheckboxes name="mustAgree" label="Admission" defaultValue={site?.must_agree ? ['yes'] : []} options={[{ value: 'yes', text: 'The site must agree to each pupil', hint: 'An academy or an independent site' }]} />
      <FormCheckboxes name="countsToQuota" label="Quota" defaultValue={site === undefined || site.counts_to_quota ? ['yes'] : []} options={[{ value: 'yes', text: 'Its places count to the quota' }]} />
      <FormText name="address" label="Address" optional width="full" defaultValue={site?.address} />
      <div className="fp-form-row">
        <FormTime name="startTime" label="Start of the day" defaultValue={site?.start_time ?? '09:00'} />
        <FormTime name="endTime" label="End of the day" defaultValue={site?.end_time ?? '15:00'} />
      </div>
      <FormText name="contactName" label="Contact" optional defaultValue={site?.contact_name} />
      <FormText name="contactPhone" label="Telephone of the contact" optional type="tel" defaultValue={site?.contact_phone} />
      <FormDate name="openedOn" label="First day open" defaultValue={datePartsOf(site?.opened_on)} />
      <FormDate name="closedOn" label="Day closed for good" optional defaultValue={datePartsOf(site?.closed_on)} />
    </ActionForm>
  );
}
