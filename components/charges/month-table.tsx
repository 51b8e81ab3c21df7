import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { StatusWord } from '@/components/ui/status-word';
import { formatPounds } from '@/lib/core/pence';
import type { MonthRow } from '@/lib/charges/types';
import { MONTH_TONES } from './state-words';

/** Finance's months, newest first. */
export function MonthTable({ months, href }: { months: readonly MonthRow[]; href: (month: string) => string }) {
  return (
    <DataTable
      caption="Months" captionHidden rows={months} rowKey={(row) => row.month}
      empty={<EmptyState title="No month to charge"><p>A month can be drawn up from the first day of the next one.</p></EmptyState>}
      columns={[
        { key: 'month', header: 'Month', rowHeader: true, cell: (row) => <a href={href(row.month)}>{row.title}</a> },
        { key: 'state', header: 'State', cell: (row) => <StatusWord tone={MONTH_TONES[row.state]}>{row.stateWords}</StatusWord> },
        { key: 'exceptions', header: 'Exceptions', numeric: true, cell: (row) => (row.exceptions === null ? '' : String(row.exceptions)) },
        { key: 'queries', header: 'Open queries', numeric: true, cell: (row) => (row.total === null ? '' : String(row.openQueries)) },
        { key: 'total', header: 'Total drawn up', numeric: true, cell: (row) => (row.total === null ? 'Not known yet' : formatPounds(row.total)) },
      ]}
    />
  );
}
