import { ActionForm, type FormActionFunction } from '@/components/forms/action-form';
import { FormDate, FormSelect } from '@/components/forms/bound-fields';
import type { DateParts } from '@/components/ui/date-field';
import type { SelectOption } from '@/components/ui/select-field';

interface RoleFormProps {
  action: FormActionFunction;
  authority: string;
  formKey: string;
  personId: string;
  roles: readonly SelectOption[];
  schools: readonly SelectOption[];
  partnerships: readonly SelectOption[];
  providers: readonly SelectOption[];
  today: DateParts;
}

/** A role with the one school, partnership or provider it is for, and its days. */
export function RoleForm({ action, authority, formKey, personId, roles, schools, partnerships, providers, today }: RoleFormProps) {
  return (
    <ActionForm action={action} authority={authority} formKey={formKey} hidden={{ personId }} submit="Give the role">
      <FormSelect name="role" label="Role" emptyText="Choose a role" options={roles} />
      <FormSelect name="establishmentId" label="School" optional hint="For a headteacher or inclusion lead" emptyText="None" options={schools} width="full" />
      <FormSelect name="partnershipId" label="Partnership" optional hint="For a partnership lead" emptyText="None" options={partnerships} />
      <FormSelect name="providerId" label="Provider" optional hint="For a PRU head or an AP provider" emptyText="None" options={providers} />
      <FormDate name="firstOn" label="First day of the role" defaultValue={today} />
      <FormDate name="lastOn" label="Last day of the role" optional />
    </ActionForm>
  );
}
