import { BarChart } from '@/components/charts/bar-chart';
import { ChartFigure } from '@/components/charts/chart-figure';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { dateWords } from '@/components/ui/date-words';
import type { AuthorityReport, ReportQuota } from '@/lib/publishing/types';
import { shownCount, shownFree } from './shown';

function QuotaTable({ report }: { report: AuthorityReport }) {
  const { quotas, quotaTotal, quotaOn, on } = report;
  const free = (row: ReportQuota): string => shownFree(row.free);
  return (
    <DataTable
      caption={`Quota and places used by partnership on ${dateWords(quotaOn ?? on)}`}
      stack={false}
      rows={quotas}
      rowKey={(row) => row.name}
      columns={[
        { key: 'name', header: 'Partnership', rowHeader: true, cell: (row) => row.name },
        { key: 'quota', header: 'Quota', numeric: true, cell: (row) => shownCount(row.quota) },
        { key: 'used', header: 'Used', numeric: true, cell: (row) => shownCount(row.used) },
        { key: 'free', header: 'Free', numeric: true, cell: free },
      ]}
      foot={quotaTotal ? { name: 'Total', quota: shownCount(quotaTotal.quota), used: shownCount(quotaTotal.used), free: free(quotaTotal) } : undefined}
    />
  );
}

function titleOf({ quotas }: AuthorityReport): string {
  const full = quotas.filter((row) => row.used !== null && row.used >= row.quota).map((row) => row.name);
  if (full.length === 0) return 'Every partnership shown is below its quota';
  return `${full.join(' and ')} ${full.length === 1 ? 'has' : 'have'} no free place of the quota`;
}

/** Use of each partnership's quota; the chart draws nothing for a count that is left out. Plain gives the table alone. */
export function QuotaReport({ report, plain = false }: { report: AuthorityReport; plain?: boolean }) {
  if (report.quotas.length === 0) return <EmptyState title="Use of quotas by partnership">No partnership has an agreement in force on {dateWords(report.on)}.</EmptyState>;
  if (plain) return <QuotaTable report={report} />;
  return (
    <ChartFigure
      title={titleOf(report)}
      summary={<p>Pupils who had started, as full-time places counted to the quota. Nothing is drawn for a count that is left out.</p>}
      chart={
        <BarChart
          lying
          unit="Places"
          series={[{ key: 'used', name: 'Used', role: 'main' }, { key: 'quota', name: 'Quota', role: 'limit' }]}
          points={report.quotas.map((row) => ({ label: row.name, values: { used: row.used, quota: row.quota } }))}
        />
      }
      table={<QuotaTable report={report} />}
    />
  );
}
