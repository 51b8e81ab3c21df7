import { ActionForm, type FormActionFunction } from '@/components/forms/action-form';
import { FormRadios, FormText } from '@/components/forms/bound-fields';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import type { FilesOfWay } from '@/lib/charges/types';
import { londonDateOf } from '@/lib/core/calendar-date';
import { dateInWords } from '@/lib/core/date-words';
import { formatPounds } from '@/lib/core/pence';

interface FinanceFilesProps {
  ways: readonly FilesOfWay[];
  fileHref: (id: string) => string;
  action: FormActionFunction;
  authority: string;
  formKey: string;
  periodId: string;
}

const NAMES = { journal: 'Journals (maintained schools)', invoice: 'Invoices (academies and trusts)' } as const;

/** A month's files for the finance system: those that are made, each the same at every download, and what none has yet. */
export function FinanceFiles({ ways, fileHref, action, authority, formKey, periodId }: FinanceFilesProps) {
  const open = ways.filter((one) => one.toMake > 0);
  return (
    <>
      <DataTable
        caption="Files for the finance system" captionHidden rows={ways.flatMap((one) => one.files)} rowKey={(file) => file.id}
        empty={<EmptyState title="No file yet">{open.length === 0 ? <p>Nothing of this month is paid by journal or invoice.</p> : <p>Make the files once the charge is posted. Each movement goes into one file only.</p>}</EmptyState>}
        columns={[
          { key: 'file', header: 'File', rowHeader: true, cell: (file) => <a href={fileHref(file.id)}>{NAMES[file.way]}, file {file.number} (CSV)</a> },
          { key: 'made', header: 'Made', cell: (file) => `${dateInWords(londonDateOf(file.made_at))} by ${file.made_name}` },
          { key: 'code', header: 'Cost code', cell: (file) => file.cost_code || 'None' },
          { key: 'rows', header: 'Rows', numeric: true, cell: (file) => file.rows },
          { key: 'total', header: 'Total', numeric: true, cell: (file) => formatPounds(file.pence) },
        ]}
      />
      {open.length === 0 ? null : (
        <ActionForm action={action} authority={authority} formKey={formKey} hidden={{ periodId }} submit="Make the file" submitKind="secondary">
          <FormRadios
            name="way" label="Which file" defaultValue={open.length === 1 ? open[0]?.way : undefined}
            options={open.map((one) => ({ value: one.way, text: NAMES[one.way], hint: one.toMake === 1 ? '1 movement that no file has yet' : `${one.toMake} movements that no file has yet` }))}
          />
          <FormText name="costCode" label="Cost code" hint="May be empty. It stands in every row of the file" width={10} defaultValue={open[0]?.costCode} autoComplete="off" />
        </ActionForm>
      )}
    </>
  );
}
