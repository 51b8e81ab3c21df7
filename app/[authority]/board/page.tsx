import { DecisionsNeeded, DecisionsTaken, OpenRisks } from '@/components/board/board-items';
import { ClosedQuotas } from '@/components/board/closed-quotas';
import { ClosedSites } from '@/components/board/closed-sites';
import { MeasuresKey } from '@/components/board/measures-key';
import { MeasuresTable } from '@/components/board/measures-table';
import { ReportPrintNote } from '@/components/reports/report-print-note';
import { Flow } from '@/components/reports/flow';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterPanel } from '@/components/ui/filter-panel';
import { PageHeading } from '@/components/ui/page-heading';
import { SelectField } from '@/components/ui/select-field';
import { oneValue, type Params } from '@/components/waiting/address';
import { mayServeBoard } from '@/lib/board/policy';
import { boardPage } from '@/lib/board/queries/board-page';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';

export const generateMetadata = titled('/[authority]/board', 'Governance Board');

type Props = { params: Promise<{ authority: string }>; searchParams: Promise<Params> };

/** Frozen figures only: nothing on it changes from one day to the next but decisions and risks. */
export default async function BoardPage({ params, searchParams }: Props) {
  const page = await openPage('/[authority]/board', (await params).authority);
  const asked = oneValue(await searchParams, 'month');
  const { close, months, rows, ...board } = await page.read((tx) => boardPage(tx, asked));
  const home = `/${page.authority.slug}/board`;
  return (
    <>
      <PageHeading size={48} caption="Governance Board" lead={close === null ? 'No month\u2019s figures are frozen for the Board yet.' : `Figures as at the close of ${close.title}, in totals. Each says of which days it is.`}>
        Measures, decisions and risks
      </PageHeading>
      <Flow>
        {months.length > 1 && close !== null ? (
          <FilterPanel action={home} legend="Month" submit="Show the month">
            <SelectField name="month" label="As at the close of" defaultValue={close.month} options={months.map((one) => ({ value: one.month, text: one.title }))} />
          </FilterPanel>
        ) : null}
        <h2>Measures</h2>
        {close === null ? <EmptyState title="Measures">They appear once a commissioner has frozen the figures of a closed month.</EmptyState> : null}
        {close !== null && rows.length === 0 ? <EmptyState title="Measures">No measure is shown on this day. An administrator keeps them.</EmptyState> : null}
        {rows.length > 0 ? <MeasuresTable rows={rows} hrefOf={(id) => `${home}/measures/${id}`} /> : null}
        <MeasuresKey />
        <p><a href={`${home}/meetings`}>Meetings and their packs</a></p>
        {mayServeBoard(page.actor) ? <p><a href={`${home}/papers`}>Enter or change decisions and risks, or freeze a month</a></p> : null}
        <h2>Decisions needed</h2>
        <DecisionsNeeded items={board.needed} />
        <h2>Decisions taken</h2>
        <DecisionsTaken items={board.taken} />
        <h2>Risks</h2>
        <OpenRisks items={board.risks} />
        {close === null ? null : (
          <>
            <h2>Use of quotas by partnership</h2>
            <ClosedQuotas close={close} />
            <h2>Pupils and places</h2>
            <ClosedSites close={close} />
          </>
        )}
        <ReportPrintNote path={home} clock={page.clock} source="Source: the authority's records of placements, exclusions, charges and spend." />
      </Flow>
    </>
  );
}
