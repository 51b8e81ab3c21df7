import { BarChart } from '@/components/charts/bar-chart';
import { ChartFigure } from '@/components/charts/chart-figure';
import { DataTable } from '@/components/ui/data-table';
import { dateWords } from '@/components/ui/date-words';
import { EmptyState } from '@/components/ui/empty-state';
import type { CloseContent, ClosedQuota } from '@/lib/board/types';
import { shownCount, shownFree } from './shown-count';

/** Use of each partnership's quota on the last school day of a closed month; the chart draws nothing for a count that is left out. Plain gives the table alone. */
export function ClosedQuotas({ close: { quotas, on }, plain = false }: { close: Pick<CloseContent, 'quotas' | 'on'>; plain?: boolean }) {
  const rows = quotas.slice(0, -1);
  const total = quotas.at(-1);
  if (!total) return <EmptyState title="Use of quotas by partnership">No partnership had an agreement in force on {dateWords(on)}.</EmptyState>;
  const table = (
    <DataTable
      caption={`Quota and places used by partnership on ${dateWords(on)}`} stack={false} rows={rows} rowKey={(row) => row.name}
      columns={[
        { key: 'name', header: 'Partnership', rowHeader: true, cell: (row) => row.name },
        { key: 'quota', header: 'Quota', numeric: true, cell: (row) => shownCount(row.quota) },
        { key: 'used', header: 'Used', numeric: true, cell: (row) => shownCount(row.used) },
        { key: 'free', header: 'Free', numeric: true, cell: (row) => freeOf(row) },
      ]}
      foot={{ name: total.name, quota: shownCount(total.quota), used: shownCount(total.used), free: freeOf(total) }}
    />
  );
  if (plain) return table;
  return (
    <ChartFigure
      title={titleOf(rows)}
      summary={<p>Pupils who had started, as full-time places counted to the quota. Nothing is drawn for a count that is left out.</p>}
      chart={
        <BarChart
          lying unit="Places" series={[{ key: 'used', name: 'Used', role: 'main' }, { key: 'quota', name: 'Quota', role: 'limit' }]}
          points={rows.map((row) => ({ label: row.name, values: { used: row.used, quota: row.quota } }))}
        />
      }
      table={table}
    />
  );
}

function freeOf({ quota, used }: ClosedQuota): string {
  return shownFree(used === null ? null : quota - used);
}

function titleOf(rows: readonly ClosedQuota[]): string {
  const full = rows.filter((row) => row.used !== null && row.used >= row.quota).map((row) => row.name);
  if (full.length === 0) return 'Every partnership shown was below its quota';
  return `${full.join(' and ')} had no free place of the quota`;
}
