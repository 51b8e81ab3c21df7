import { ClosedCounts } from '@/components/board/closed-counts';
import { ClosedQuotas } from '@/components/board/closed-quotas';
import { ClosedSites } from '@/components/board/closed-sites';
import { ReportTable } from '@/components/forum/report-table';
import { ReportPrintNote } from '@/components/reports/report-print-note';
import { Flow } from '@/components/reports/flow';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeading } from '@/components/ui/page-heading';
import { Prose } from '@/components/ui/prose';
import { closedCounts } from '@/lib/board/rules/closed-counts';
import { lastClose } from '@/lib/board/queries/board-page';
import { mayReport } from '@/lib/publishing/policy';
import { latestReport } from '@/lib/publishing/queries/public-reports';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';

export const generateMetadata = titled('/[authority]/forum', 'Schools Forum');

type Props = { params: Promise<{ authority: string }> };

/** What the Forum may read, all of it frozen: the figures of the last month that is, and the spend of the latest published report. Made to be printed on A4. */
export default async function ForumPage({ params }: Props) {
  const page = await openPage('/[authority]/forum', (await params).authority);
  const { close } = await page.read(async (tx) => ({ close: await lastClose(tx) }));
  const report = (await latestReport(page.authority.slug))?.report ?? null;
  const spend = report?.sections.flatMap((section) => section.tables).find((table) => table.id === 'spend');
  const base = `/${page.authority.slug}`;
  return (
    <>
      <PageHeading caption={`Schools Forum, ${page.authority.councilName}. For information`} lead={close === null ? 'No month\u2019s figures are frozen yet.' : `Figures as at the close of ${close.title}, in totals. They do not change.`}>
        Places for pupils with social, emotional and mental health needs
      </PageHeading>
      <Flow>
        <Prose>
          <p>
            {report ? <>The latest published report is the <a href={`${base}/reports/forum-spend/${report.month}`}>monthly spend report of {report.monthTitle}, version {report.number}</a>. </> : 'No monthly spend report is published yet. '}
            <a href={`${base}/reports`}>All published reports</a>
          </p>
          {mayReport(page.actor) ? <p><a href={`${base}/forum/reports`}>Draw up a monthly spend report</a></p> : null}
        </Prose>
        {close === null ? <EmptyState title="Figures for the Forum">They appear once a commissioner has frozen the figures of a closed month.</EmptyState> : (
          <>
            <h2>1. Pupils and places</h2>
            <ClosedSites close={close} />
            <h2>2. Use of quotas by partnership</h2>
            <ClosedQuotas close={close} plain />
            <h2>3. Permanent exclusions</h2>
            <ClosedCounts counts={closedCounts(close, 'exclusions_recorded')} />
            <ClosedCounts counts={closedCounts(close, 'exclusions_upheld')} />
            <h2>4. From exclusion to education</h2>
            <ClosedCounts counts={closedCounts(close, 'days_to_start')} />
            <ClosedCounts counts={closedCounts(close, 'started_by_day_six')} />
          </>
        )}
        {spend ? <><h2>{close === null ? '' : '5. '}Spend as published</h2><ReportTable table={spend} /></> : null}
        <Prose>
          <p>[c] a count from 1 to 4, or a figure that such a count could be worked out from, is not shown. Noughts are shown. [x] not available. [z] does not apply. PRU: pupil referral unit. AP: alternative provision.</p>
          <p>Permanent exclusions, and what rests on them, are of the last three terms that are over: by the month they would tell of single pupils.</p>
        </Prose>
        <ReportPrintNote path={`${base}/forum`} clock={page.clock} source="Source: the authority's records of placements and exclusions, and its published report." />
      </Flow>
    </>
  );
}
