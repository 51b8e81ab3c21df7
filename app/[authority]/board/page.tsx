import { DecisionsNeeded, DecisionsTaken, OpenRisks } from '@/components/board/board-items';
import { MeasuresKey } from '@/components/board/measures-key';
import { MeasuresTable } from '@/components/board/measures-table';
import { QuotaReport } from '@/components/reports/quota-report';
import { ReportPrintNote } from '@/components/reports/report-print-note';
import { SitesReport } from '@/components/reports/sites-report';
import { Flow } from '@/components/reports/flow';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeading } from '@/components/ui/page-heading';
import { mayServeBoard } from '@/lib/board/policy';
import { boardPage } from '@/lib/board/queries/board-page';
import { dateInWords } from '@/lib/core/date-words';
import { authorityReport } from '@/lib/publishing/queries/authority-report';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';

export const generateMetadata = titled('/[authority]/board', 'Governance Board');

type Props = { params: Promise<{ authority: string }> };

export default async function BoardPage({ params }: Props) {
  const page = await openPage('/[authority]/board', (await params).authority);
  const { board, report } = await page.read(async (tx) => ({ board: await boardPage(tx), report: await authorityReport(tx) }));
  const home = `/${page.authority.slug}/board`;
  return (
    <>
      <PageHeading size={48} caption="Governance Board" lead={`On ${dateInWords(page.clock.today)}, in totals. Each figure says of which days it is.`}>Measures, decisions and risks</PageHeading>
      <Flow>
        <h2>Measures</h2>
        {board.rows.length === 0 ? <EmptyState title="Measures">No measure is shown on this day. An administrator keeps them.</EmptyState> : <MeasuresTable rows={board.rows} hrefOf={(id) => `${home}/measures/${id}`} />}
        <MeasuresKey />
        <p><a href={`${home}/meetings`}>Meetings and their packs</a></p>
        {mayServeBoard(page.actor) ? <p><a href={`${home}/papers`}>Enter or change decisions and risks</a></p> : null}
        <h2>Decisions needed</h2>
        <DecisionsNeeded items={board.needed} />
        <h2>Decisions taken</h2>
        <DecisionsTaken items={board.taken} />
        <h2>Risks</h2>
        <OpenRisks items={board.risks} />
        <h2>Use of quotas by partnership</h2>
        <QuotaReport report={report} />
        <h2>Pupils and places</h2>
        <SitesReport report={report} />
        <ReportPrintNote path={home} clock={page.clock} source="Source: the authority's records of placements and exclusions." />
      </Flow>
    </>
  );
}
