import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { placeDays } from '@/components/charges/state-words';
import { tenthsWords } from '@/components/ui/tenths-words';
import type { ClosedMonthView } from '@/lib/charges/types';
import { formatPounds } from '@/lib/core/pence';

interface ClosedMonthsProps {
  months: readonly ClosedMonthView[];
  /** Permanent exclusions of the partnership in the last term that was over at the last close. */
  term: { readonly label: string; readonly recorded: number } | null;
  /** Where the statement of a month is, for those who may read it. */
  statementHref?: (month: string) => string;
}

/** Over-quota place-days and charge of each closed month, as on the statements, the last one first; and the last term's exclusions. */
export function ClosedMonths({ months, term, statementHref }: ClosedMonthsProps) {
  const [last] = months;
  if (!last) return <EmptyState title="Closed months">No month is closed yet. Once one is, its place-days over the quota and its charge stay as they are.</EmptyState>;
  return (
    <>
      <p>At the close of {last.title}: {placeDays(last.soFarTenths)} over the quota since 1 September, charged at {formatPounds(last.soFarAmount)}.{term === null ? '' : ` Permanent exclusions recorded in ${term.label}: ${term.recorded}.`}</p>
      <DataTable
        caption="Closed months" captionHidden stack={false} rows={months} rowKey={(row) => row.month}
        columns={[
          { key: 'month', header: 'At the close of', rowHeader: true, cell: (row) => (statementHref ? <a href={statementHref(row.month)}>{row.title}</a> : row.title) },
          { key: 'days', header: 'Place-days in the month', numeric: true, cell: (row) => tenthsWords(row.tenths) },
          { key: 'amount', header: 'Charge of the month', numeric: true, cell: (row) => formatPounds(row.amount) },
          { key: 'daysSoFar', header: 'Place-days since 1 September', numeric: true, cell: (row) => tenthsWords(row.soFarTenths) },
          { key: 'soFar', header: 'Charge since 1 September', numeric: true, cell: (row) => formatPounds(row.soFarAmount) },
        ]}
      />
    </>
  );
}
