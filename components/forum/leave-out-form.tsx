import { ActionForm, type FormActionFunction } from '@/components/forms/action-form';
import { FormCheckboxes } from '@/components/forms/bound-fields';
import type { OpenReport } from '@/lib/publishing/types';

interface LeaveOutFormProps {
  action: FormActionFunction;
  authority: string;
  formKey: string;
  open: OpenReport;
}

/** Tables and figures that the officer leaves out besides what the control leaves out. */
export function LeaveOutForm({ action, authority, formKey, open }: LeaveOutFormProps) {
  const options = [
    ...open.choices.tables.map(({ value, text }) => ({ value, text: `Whole table: ${text}` })),
    ...open.choices.figures.map(({ value, text }) => ({ value, text: text.charAt(0).toUpperCase() + text.slice(1) })),
  ];
  return (
    <ActionForm
      action={action} authority={authority} formKey={formKey} hidden={{ reportId: open.id, version: open.version }} submit="Save what is left out" submitKind="secondary"
      fold={{ summary: open.leftOut.length === 0 ? 'Leave out tables or figures' : `${open.leftOut.length} left out by an officer`, open: open.leaks.length > 0 }}
    >
      <FormCheckboxes name="leftOut" label="Leave out" hint="Figures of few pupils are left out in any case" options={options} defaultValue={open.leftOut} small />
    </ActionForm>
  );
}
