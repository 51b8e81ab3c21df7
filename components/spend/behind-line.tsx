import { DataTable } from '@/components/ui/data-table';
import { dateInWords } from '@/lib/core/date-words';
import { shareInWords } from '@/lib/core/field-words';
import { formatPounds } from '@/lib/core/pence';
import type { AmountRow, PlacementRow, PlacesRow, PriceRow } from '@/lib/spend/types';

/** Placements behind a line, by case reference: no names and no needs. */
export function PlacementsBehind({ rows, caption }: { rows: readonly PlacementRow[]; caption: string }) {
  return (
    <DataTable
      caption={caption} captionHidden rows={rows} rowKey={(row) => row.id} dense
      columns={[
        { key: 'reference', header: 'Case', rowHeader: true, cell: (row) => row.reference },
        { key: 'provider', header: 'Provider', cell: (row) => row.providerName },
        { key: 'school', header: 'School', cell: (row) => row.schoolName ?? 'None: held by the authority' },
        { key: 'first', header: 'From', cell: (row) => dateInWords(row.firstOn) },
        { key: 'last', header: 'To, if nobody leaves', cell: (row) => dateInWords(row.lastOn) },
        { key: 'share', header: 'Share of a place', numeric: true, cell: (row) => shareInWords(row.tenths) },
        { key: 'days', header: 'Days to date', numeric: true, cell: (row) => String(row.days) },
        { key: 'actual', header: 'Actual to date', numeric: true, cell: (row) => formatPounds(row.actual) },
        { key: 'commitment', header: 'Commitment', numeric: true, cell: (row) => formatPounds(row.commitment) },
      ]}
    />
  );
}

/** Places bought behind a line. */
export function PlacesBehind({ rows, caption }: { rows: readonly PlacesRow[]; caption: string }) {
  return (
    <DataTable
      caption={caption} captionHidden rows={rows} rowKey={(row) => row.key} dense
      columns={[
        { key: 'provider', header: 'Provider', rowHeader: true, cell: (row) => row.providerName },
        { key: 'places', header: 'Places', cell: (row) => <ul>{row.numbers.map((one, index) => <li key={index}>{one.words}. {one.source}</li>)}</ul> },
        { key: 'payer', header: 'Paid by', cell: (row) => row.paidBy },
        { key: 'actual', header: 'Actual to date', numeric: true, cell: (row) => formatPounds(row.actual) },
        { key: 'commitment', header: 'Commitment', numeric: true, cell: (row) => formatPounds(row.commitment) },
      ]}
    />
  );
}

/** Amounts that finance entered. */
export function AmountsBehind({ rows }: { rows: readonly AmountRow[] }) {
  return (
    <DataTable
      caption="Amounts entered" captionHidden rows={rows} rowKey={(row) => row.id} dense
      columns={[
        { key: 'month', header: 'Month', rowHeader: true, cell: (row) => row.month },
        { key: 'kind', header: 'Kind', cell: (row) => row.kind },
        { key: 'reason', header: 'What for', cell: (row) => row.reason },
        { key: 'source', header: 'Source', cell: (row) => row.source },
        { key: 'amount', header: 'Amount', numeric: true, cell: (row) => formatPounds(row.amount) },
      ]}
    />
  );
}

/** Prices that a line is worked out with. */
export function PricesBehind({ rows }: { rows: readonly PriceRow[] }) {
  return (
    <DataTable
      caption="Prices" captionHidden rows={rows} rowKey={(row) => row.key} dense
      columns={[
        { key: 'provider', header: 'Provider', rowHeader: true, cell: (row) => row.providerName },
        { key: 'price', header: 'Price', cell: (row) => row.words },
        { key: 'payer', header: 'Paid by', cell: (row) => row.paidBy },
        { key: 'from', header: 'From', cell: (row) => dateInWords(row.firstOn) },
        { key: 'source', header: 'Source', cell: (row) => row.source },
      ]}
    />
  );
}
