import type { ReactNode } from 'react';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { StatusWord } from '@/components/ui/status-word';
import type { InvoiceLine } from '@/lib/charges/types';
import { dateInWords } from '@/lib/core/date-words';
import { formatPounds } from '@/lib/core/pence';

interface InvoiceTableProps<Line extends InvoiceLine> {
  lines: readonly Line[];
  /** Where an invoice opens, for those who may open it. */
  href?: (reference: string) => string;
  /** What this reader can do about one. */
  actsOn?: (line: Line) => ReactNode;
}

/** Invoices and journals with what is left to pay of each. */
export function InvoiceTable<Line extends InvoiceLine>({ lines, href, actsOn }: InvoiceTableProps<Line>) {
  return (
    <DataTable
      caption="Invoices and journals" captionHidden rows={lines} rowKey={(line) => line.reference}
      empty={<EmptyState title="No invoice here"><p>An invoice or a journal is issued to each payer when a month&apos;s charge is posted.</p></EmptyState>}
      columns={[
        { key: 'reference', header: 'Our reference', rowHeader: true, cell: (line) => (href ? <a href={href(line.reference)}>{line.reference}</a> : line.reference) },
        { key: 'payer', header: 'Payer', cell: (line) => line.payerName },
        { key: 'way', header: 'By', cell: (line) => line.way },
        { key: 'issued', header: 'Issued', cell: (line) => dateInWords(line.issuedOn) },
        { key: 'state', header: 'State', cell: (line) => <StatusWord tone={line.tone}>{line.stateWords}</StatusWord> },
        { key: 'amount', header: 'Amount', numeric: true, cell: (line) => formatPounds(line.amount) },
        { key: 'outstanding', header: 'Left to pay', numeric: true, cell: (line) => formatPounds(line.outstanding) },
        ...(actsOn ? [{ key: 'acts', header: 'Act', headerHidden: true, cell: actsOn }] : []),
      ]}
    />
  );
}
