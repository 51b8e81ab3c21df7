import { countedRows } from '@/components/board/measures-table';
import { MeasuresKey } from '@/components/board/measures-key';
import { MeasureTrend } from '@/components/board/measure-trend';
import { PartsTable } from '@/components/board/pack-body';
import { ShownNow } from '@/components/board/shown-now';
import { Flow } from '@/components/reports/flow';
import { BackLink } from '@/components/ui/back-link';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeading } from '@/components/ui/page-heading';
import { StatusWord } from '@/components/ui/status-word';
import { SummaryList } from '@/components/ui/summary-list';
import { measureView } from '@/lib/board/queries/measure-pages';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';

export const generateMetadata = titled('/[authority]/board/measures/[measure]', 'Measure by partnership');

type Props = { params: Promise<{ authority: string; measure: string }> };

export default async function MeasurePage({ params }: Props) {
  const { authority, measure } = await params;
  const page = await openPage('/[authority]/board/measures/[measure]', authority);
  const view = await page.read((tx) => measureView(tx, measure));
  const { row } = view;
  return (
    <>
      <BackLink href={`/${authority}/board`}>Governance Board</BackLink>
      <PageHeading caption="Measure" lead={row.measure.definition}>{row.measure.name}</PageHeading>
      <Flow>
        <SummaryList
          rows={[
            { label: 'Now', value: <ShownNow row={row} /> }, { label: 'Status', value: <StatusWord tone={row.standing.tone}>{row.standing.words}</StatusWord> },
            { label: 'Baseline', value: row.baseline }, { label: 'Target', value: row.target }, { label: 'Owner', value: row.measure.owner },
            ...countedRows(row, row.source).filter((one) => one.label !== 'Definition').map((one) => (one.label === 'Baseline' ? { ...one, label: 'Where the baseline is from' } : one)),
          ]}
        />
        {row.trend.length === 0 ? null : (
          <>
            <h2>Twelve months</h2>
            <MeasureTrend row={row} />
          </>
        )}
        <h2>By partnership</h2>
        {view.parts.length === 0 ? <EmptyState title="By partnership">This measure has no figure for each partnership.</EmptyState> : <PartsTable row={row} parts={view.parts} />}
        <MeasuresKey />
      </Flow>
    </>
  );
}
