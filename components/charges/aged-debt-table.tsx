import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { AGE_BANDS, type AgedRow } from '@/lib/charges/types';
import { formatPounds, pence } from '@/lib/core/pence';

/** What each payer owes by the days since its invoices were issued, and apart from it what it is owed. */
export function AgedDebtTable({ rows, total }: { rows: readonly AgedRow[]; total: AgedRow }) {
  return (
    <DataTable
      caption="Aged debt by payer, days from the date of the invoice" rows={rows} rowKey={(row) => row.payer}
      empty={<EmptyState title="Nothing is owed"><p>Every invoice issued by this day was settled by then.</p></EmptyState>}
      columns={[
        { key: 'payer', header: 'Payer', rowHeader: true, cell: (row) => row.payer },
        ...AGE_BANDS.map((header, band) => ({ key: `band-${band}`, header, numeric: true, cell: (row: AgedRow) => formatPounds(row.bands[band] ?? pence(0)) })),
        { key: 'total', header: 'Left to pay', numeric: true, cell: (row) => formatPounds(row.total) },
        { key: 'credit', header: 'Owed to the payer', numeric: true, cell: (row) => formatPounds(row.credit) },
      ]}
      foot={{ payer: total.payer, ...Object.fromEntries(total.bands.map((sum, band) => [`band-${band}`, formatPounds(sum)])), total: formatPounds(total.total), credit: formatPounds(total.credit) }}
    />
  );
}
