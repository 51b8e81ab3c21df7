import type { CalendarDate } from '@/lib/core/calendar-date';
import { ActionForm, type FormActionFunction } from '@/components/forms/action-form';
import { FormDate, FormText, FormTextArea } from '@/components/forms/bound-fields';
import { datePartsOf } from '@/components/ui/date-field';

interface TrustFormProps {
  action: FormActionFunction;
  authority: string;
  formKey: string;
  /** The line it is folded under, where it stands below a list. */
  fold?: string;
  trust?: {
    readonly id: string; readonly name: string; readonly company_number: string | null; readonly address: string; readonly customer_number: string;
    readonly first_on: CalendarDate; readonly last_on: CalendarDate | null; readonly version: number;
  };
}

/** What is on record of a trust. Its schools are dated rows of their own. */
export function TrustForm({ action, authority, formKey, fold, trust }: TrustFormProps) {
  return (
    <ActionForm fold={fold === undefined ? undefined : { summary: fold }} action={action} authority={authority} formKey={formKey} hidden={{ trustId: trust?.id ?? '', version: trust?.version ?? 0 }} submit={trust ? 'Save the trust' : 'Add the trust'}>
      <FormText name="name" label="Name" width="full" defaultValue={trust?.name} />
      <FormText name="companyNumber" label="Companies House number" optional width={10} defaultValue={trust?.company_number ?? ''} autoComplete="off" />
      <FormTextArea name="address" label="Address for invoices" hint="As it stands on an invoice below the name, with the postcode" rows={4} defaultValue={trust?.address} />
      <FormText name="customerNumber" label="Customer number" hint="The number of the trust in the finance system" width={20} defaultValue={trust?.customer_number} autoComplete="off" />
      <FormDate name="firstOn" label="First day of the trust" defaultValue={datePartsOf(trust?.first_on)} />
      <FormDate name="lastOn" label="Last day of the trust" optional defaultValue={datePartsOf(trust?.last_on)} />
    </ActionForm>
  );
}
