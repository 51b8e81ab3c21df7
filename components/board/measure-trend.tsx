import { ChartFigure } from '@/components/charts/chart-figure';
import { LineChart } from '@/components/charts/line-chart';
import { DataTable } from '@/components/ui/data-table';
import type { MeasureRow } from '@/lib/board/types';

/** How a measure went, against its target; the chart draws nothing for a figure that is left out or not there. */
export function MeasureTrend({ row }: { row: MeasureRow }) {
  const { measure, trend } = row;
  const [first, last] = [trend[0], trend.at(-1)];
  const target = measure.target?.value ?? null;
  const isByTerm = trend.length === 3;
  return (
    <ChartFigure
      title={`${measure.name}, ${first?.label ?? ''} to ${last?.label ?? ''}`}
      summary={<p>{isByTerm ? 'Each term by itself: the figure is of the three together. ' : 'At the end of each month. '}{target !== null && !isByTerm ? `Target: ${row.target}. ` : ''}Nothing is drawn for a figure that is left out or not available.</p>}
      chart={
        trend.every((point) => point.value === null) ? <p>No figure of these {isByTerm ? 'terms' : 'months'} can be drawn.</p> : (
          <LineChart
            unit={measure.name}
            series={[{ key: 'value', name: measure.name, role: 'main' }, ...(target !== null && !isByTerm ? [{ key: 'target', name: 'Target', role: 'limit' as const }] : [])]}
            points={trend.map((point) => ({ label: point.label, values: { value: point.value, ...(target !== null && !isByTerm ? { target } : {}) } }))}
          />
        )
      }
      table={
        <DataTable
          caption={`${measure.name} over twelve months`} stack={false} rows={trend} rowKey={(point) => point.label}
          columns={[{ key: 'label', header: isByTerm ? 'Term' : 'Month', rowHeader: true, cell: (point) => point.label }, { key: 'words', header: 'Figure', numeric: true, cell: (point) => point.words }]}
        />
      }
    />
  );
}
