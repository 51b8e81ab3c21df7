import { Button } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { Details } from '@/components/ui/details';
import { FieldFrame } from '@/components/ui/field-frame';
import { PAYMENT_COLUMNS } from '@/lib/charges/types';

interface PaymentUploadProps {
  /** Where the file is posted to; the answer is always another page. */
  action: string;
  templateHref: string;
  formKey: string;
  problem?: string;
}

/** A plain form with a file of payments, so that it works without a script. */
export function PaymentUpload({ action, templateHref, formKey, problem }: PaymentUploadProps) {
  return (
    <>
      <p><a href={templateHref}>Download the template: payments (CSV)</a></p>
      <Details summary="What goes in each of the 4 columns">
        <DataTable
          caption="Columns of a file of payments" captionHidden dense rows={PAYMENT_COLUMNS} rowKey={(column) => column.header}
          columns={[
            { key: 'header', header: 'Column', rowHeader: true, cell: (column) => column.header },
            { key: 'what', header: 'What to write', cell: (column) => column.what },
            { key: 'example', header: 'For example', cell: (column) => column.example },
          ]}
        />
      </Details>
      <form method="post" action={action} encType="multipart/form-data">
        <input type="hidden" name="form-key" value={formKey} />
        <FieldFrame name="file" label="CSV file" hint="At most 2 MB and 1,000 rows, with the headings of the template in the first row" error={problem}>
          <input
            className="fp-input fp-width--full" type="file" id="file" name="file" accept=".csv,text/csv"
            aria-describedby={problem ? 'file-hint file-error' : 'file-hint'} aria-invalid={problem ? true : undefined}
          />
        </FieldFrame>
        <div className="fp-actions">
          <Button>Check the file</Button>
        </div>
      </form>
    </>
  );
}
