import { DataTable } from '@/components/ui/data-table';
import { SummaryList } from '@/components/ui/summary-list';
import { dateInWords } from '@/lib/core/date-words';
import { formatPounds } from '@/lib/core/pence';
import type { InvoiceView } from '@/lib/charges/types';
import { placeDays } from './state-words';

function payerWords({ line, payerNumber, customerNumber }: InvoiceView): string {
  if (customerNumber !== '') return `${line.payerName}, customer number ${customerNumber}`;
  return payerNumber === '' ? line.payerName : `${line.payerName}, DfE number ${payerNumber}`;
}

/** What an invoice is for, from its sum down to the placements of its statement. */
export function InvoiceFacts({ view, statementHref }: { view: InvoiceView; statementHref: string }) {
  const { line } = view;
  return (
    <>
      <SummaryList
        rows={[
          { label: 'Payer', value: payerWords(view) },
          ...(view.addressee === '' ? [] : [{ label: 'Addressed to', value: `${view.addressee}, ${view.address.replace(/\s*\n\s*/g, ', ')}` }]),
          { label: 'Issued', value: `${dateInWords(line.issuedOn)}, ${line.days === 1 ? '1 day' : `${line.days} days`} ago, in the ledger of ${line.monthTitle}` },
          { label: 'For', value: <>{view.partnershipName}, statement <a href={statementHref}>{line.statementNumber}</a></> },
          { label: 'Amount', value: formatPounds(line.amount) },
          { label: 'Paid', value: formatPounds(view.paid) },
          { label: 'Credited', value: formatPounds(view.credited) },
          { label: 'Left to pay', value: formatPounds(line.outstanding) },
        ]}
      />
      <section aria-labelledby="lines">
        <h2 id="lines">What it is for</h2>
        <DataTable
          caption="Placements on the invoice" captionHidden rows={view.parts} rowKey={(part) => part.reference}
          columns={[
            { key: 'case', header: 'Case', rowHeader: true, cell: (part) => part.reference },
            { key: 'school', header: 'School', cell: (part) => part.schoolName },
            { key: 'days', header: 'School days', numeric: true, cell: (part) => part.days },
            { key: 'tenths', header: 'Place-days', numeric: true, cell: (part) => placeDays(part.tenths).replace(/ .*/, '') },
            { key: 'amount', header: 'Amount', numeric: true, cell: (part) => formatPounds(part.amount) },
          ]}
          foot={{ case: 'Total', amount: formatPounds(line.amount) }}
        />
      </section>
    </>
  );
}
