import { TrendLine } from '@/components/charts/trend-line';
import { DataTable } from '@/components/ui/data-table';
import { Details } from '@/components/ui/details';
import { StatusWord } from '@/components/ui/status-word';
import { SummaryList } from '@/components/ui/summary-list';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import type { MeasureRow } from '@/lib/board/types';
import { ShownNow } from './shown-now';

/** One row for each measure of the Board: what it is, where it stands, what it is held against and who owns it. */
export function MeasuresTable({ rows, hrefOf }: { rows: readonly MeasureRow[]; /** Where a measure leads; a printed pack leads nowhere. */ hrefOf?: (measureId: string) => string }) {
  return (
    <DataTable
      caption="Measures" rows={rows} rowKey={(row) => row.measure.measureId}
      columns={[
        { key: 'name', header: 'Measure', rowHeader: true, width: 'wide', cell: (row) => <MeasureWords row={row} href={hrefOf ? hrefOf(row.measure.measureId) : null} /> },
        { key: 'now', header: 'Now', cell: (row) => <ShownNow row={row} /> },
        { key: 'trend', header: 'Twelve months', cell: (row) => (row.trend.length === 0 ? '[z]' : <TrendLine points={row.trend} label={row.measure.name} target={row.trend.length === 3 ? undefined : row.measure.target?.value} />) },
        { key: 'status', header: 'Status', cell: (row) => <StatusWord tone={row.standing.tone}>{row.standing.words}</StatusWord> },
        { key: 'baseline', header: 'Baseline', cell: (row) => row.baseline },
        { key: 'target', header: 'Target', cell: (row) => row.target },
        { key: 'owner', header: 'Owner', cell: (row) => row.measure.owner },
      ]}
    />
  );
}

function MeasureWords({ row, href }: { row: MeasureRow; href: string | null }) {
  const { measure, source } = row;
  return (
    <>
      {href === null ? measure.name : <a href={href}>{measure.name}<VisuallyHidden> by partnership</VisuallyHidden></a>}
      <Details summary={<>How it is counted<VisuallyHidden>: {measure.name}</VisuallyHidden></>}>
        <SummaryList compact rows={countedRows(row, source)} />
      </Details>
    </>
  );
}

/** What a measure means and how it is worked out. */
export function countedRows({ measure }: Pick<MeasureRow, 'measure'>, source: string) {
  return [
    { label: 'Definition', value: measure.definition }, { label: 'Counted', value: measure.numerator }, { label: 'Out of', value: measure.denominator },
    { label: 'Better is', value: measure.direction }, { label: 'Source', value: source }, { label: 'Baseline', value: measure.baselineSource },
  ];
}
