import { BarChart } from '@/components/charts/bar-chart';
import { ChartFigure } from '@/components/charts/chart-figure';
import { DataTable } from '@/components/ui/data-table';
import type { SpendLineFigures } from '@/lib/spend/types';
import { amountInWords } from './amount';

const thousands = (amount: bigint | null): number | null => (amount === null ? null : Math.round(Number(amount) / 100_000));

/** Budget beside forecast for each line that has either, with the same figures as a table. */
export function SpendChart({ lines, monthTitle }: { lines: readonly SpendLineFigures[]; monthTitle: string }) {
  const shown = lines.filter((line) => line.budget !== null || line.forecast !== null);
  const [widest] = lines.filter((line) => line.variance !== null && line.variance.pence !== 0n)
    .sort((a, b) => (size(b) > size(a) ? 1 : size(b) < size(a) ? -1 : 0));
  if (shown.length === 0) return null;
  return (
    <ChartFigure
      title={widest ? `${widest.title}: ${widest.variance?.words}` : 'Forecast and budget by line'}
      summary={<p>Forecast outturn and budget of the year as seen at the end of {monthTitle}, in thousands of pounds.{widest ? ' The line named is furthest from its budget.' : ''}</p>}
      chart={
        <BarChart
          lying height={70 + shown.length * 62} unit="Thousands of pounds" series={[{ key: 'forecast', name: 'Forecast outturn', role: 'main' }, { key: 'budget', name: 'Budget', role: 'limit' }]}
          points={shown.map((line) => ({ label: line.title, values: { forecast: thousands(line.forecast), budget: thousands(line.budget) } }))}
        />
      }
      table={
        <DataTable
          caption="Forecast and budget by line" captionHidden rows={shown} rowKey={(row) => row.key} dense
          columns={[
            { key: 'line', header: 'Line', rowHeader: true, cell: (row) => row.title },
            { key: 'forecast', header: 'Forecast outturn', numeric: true, cell: (row) => amountInWords(row.forecast) },
            { key: 'budget', header: 'Budget', numeric: true, cell: (row) => amountInWords(row.budget) },
          ]}
        />
      }
      foldTable
    />
  );
}

function size(line: SpendLineFigures): bigint {
  const difference = line.variance?.pence ?? 0n;
  return difference < 0n ? -difference : difference;
}
