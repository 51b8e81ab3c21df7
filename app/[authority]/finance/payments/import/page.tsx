import { PaymentFileReport } from '@/components/charges/payment-file-report';
import { PaymentUpload } from '@/components/charges/payment-upload';
import { ActionForm } from '@/components/forms/action-form';
import { Flow } from '@/components/reports/flow';
import { BackLink } from '@/components/ui/back-link';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorSummary } from '@/components/ui/error-summary';
import { PageHeading } from '@/components/ui/page-heading';
import { oneValue, type Params } from '@/components/waiting/address';
import { paymentFileView, recordedPaymentFiles } from '@/lib/charges/queries/payment-file-view';
import { dateInWords } from '@/lib/core/date-words';
import { formatPounds } from '@/lib/core/pence';
import { uploadProblemWords } from '@/lib/imports/queries/import-pages';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';
import { newFormKey } from '@/lib/server/random';
import { record } from './actions';

export const generateMetadata = titled('/[authority]/finance/payments/import', 'Import payments');

type Props = { params: Promise<{ authority: string }>; searchParams: Promise<Params> };

/** Payments out of the finance system: a file, its report row by row, and then all of it or nothing. */
export default async function ImportPaymentsPage({ params, searchParams }: Props) {
  const { authority } = await params;
  const page = await openPage('/[authority]/finance/payments/import', authority);
  const asked = await searchParams;
  const [fileId, code] = [oneValue(asked, 'file'), oneValue(asked, 'problem')];
  const home = `/${authority}/finance`;
  const recorded = await page.read(recordedPaymentFiles);
  const file = fileId === null ? null : await page.read((tx) => paymentFileView(tx, fileId));
  const problem = uploadProblemWords(code ?? undefined) ?? undefined;
  return (
    <>
      <BackLink href={`${home}/invoices`}>Invoices</BackLink>
      <ErrorSummary errors={problem ? [{ field: 'file', message: problem }] : []} />
      <PageHeading caption="Invoices and payments" lead="A file is checked row by row first. Its payments are recorded only when no row has a problem, all of them or none.">Import payments</PageHeading>
      <Flow>
        {file === null ? (
          <section aria-labelledby="choose">
            <h2 id="choose">Check a file</h2>
            <PaymentUpload action={`${home}/payments/check`} templateHref={`${home}/payments/template`} formKey={newFormKey()} problem={problem} />
          </section>
        ) : (
          <section aria-labelledby="report">
            <h2 id="report">{file.fileName}</h2>
            <PaymentFileReport file={file} invoiceHref={(reference) => `${home}/invoices/${reference}`} again={`${home}/payments/import`}>
              <ActionForm
                action={record} authority={authority} formKey={newFormKey()} hidden={{ paymentFileId: file.id }} isClosed={file.recorded}
                submit={file.rows.length === 1 ? 'Record the payment' : `Record the ${file.rows.length} payments`} beside={<a href={`${home}/payments/import`}>Choose another file</a>}
              />
            </PaymentFileReport>
          </section>
        )}
        <section aria-labelledby="so-far">
          <h2 id="so-far">Files recorded so far</h2>
          <DataTable
            caption="Files recorded so far" captionHidden rows={recorded} rowKey={(row) => row.id}
            empty={<EmptyState title="No file yet"><p>A file whose payments are recorded stands here.</p></EmptyState>}
            columns={[
              { key: 'file', header: 'File', rowHeader: true, cell: (row) => <a href={`${home}/payments/import?file=${row.id}`}>{row.fileName}</a> },
              { key: 'on', header: 'Checked', cell: (row) => `${dateInWords(row.on)} by ${row.by}` },
              { key: 'payments', header: 'Payments', numeric: true, cell: (row) => row.payments },
              { key: 'total', header: 'Total', numeric: true, cell: (row) => formatPounds(row.total) },
            ]}
          />
        </section>
      </Flow>
    </>
  );
}
