import type { CalendarDate } from '@/lib/core/calendar-date';
import { ActionForm, type FormActionFunction } from '@/components/forms/action-form';
import { FormDate, FormRadios, FormText } from '@/components/forms/bound-fields';
import { datePartsOf } from '@/components/ui/date-field';

interface PartnershipFormProps {
  action: FormActionFunction;
  authority: string;
  formKey: string;
  /** The line it is folded under, where it stands below a list. */
  fold?: string;
  partnership?: {
    readonly id: string; readonly name: string; readonly phase: string; readonly devolution_model: string; readonly display_order: number;
    readonly first_on: CalendarDate; readonly last_on: CalendarDate | null; readonly version: number;
  };
}

/** The terms of a partnership. Its members are dated rows of their own. */
export function PartnershipForm({ action, authority, formKey, fold, partnership }: PartnershipFormProps) {
  return (
    <ActionForm fold={fold === undefined ? undefined : { summary: fold }} action={action} authority={authority} formKey={formKey} hidden={{ partnershipId: partnership?.id ?? '', version: partnership?.version ?? 0 }} submit={partnership ? 'Save the partnership' : 'Add the partnership'}>
      <FormText name="name" label="Name" defaultValue={partnership?.name} />
      <FormRadios name="phase" label="Phase" defaultValue={partnership?.phase} inline options={[{ value: 'secondary', text: 'Secondary' }, { value: 'primary', text: 'Primary' }]} />
      <FormRadios
        name="devolutionModel" label="Devolution" defaultValue={partnership?.devolution_model ?? 'A'}
        options={[
          { value: 'A', text: 'Model A', hint: 'The partnership decides what it needs, commissions it and manages the places' },
          { value: 'B', text: 'Model B', hint: 'The partnership is given all the money for SEMH and provides or buys everything itself' },
        ]}
      />
      <FormText name="displayOrder" label="Order in lists" width={3} inputMode="numeric" defaultValue={String(partnership?.display_order ?? 0)} />
      <FormDate name="firstOn" label="First day of the partnership" defaultValue={datePartsOf(partnership?.first_on)} />
      <FormDate name="lastOn" label="Last day of the partnership" optional defaultValue={datePartsOf(partnership?.last_on)} />
    </ActionForm>
  );
}
