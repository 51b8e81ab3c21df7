import { ExclusionsReport, ReportKey, StartsReport } from '@/components/reports/exclusions-report';
import { QuotaReport } from '@/components/reports/quota-report';
import { ReportPrintNote } from '@/components/reports/report-print-note';
import { SitesReport } from '@/components/reports/sites-report';
import { Flow } from '@/components/reports/flow';
import { PageHeading } from '@/components/ui/page-heading';
import { Prose } from '@/components/ui/prose';
import { dateInWords } from '@/lib/core/date-words';
import { mayReport } from '@/lib/publishing/policy';
import { forumPage } from '@/lib/publishing/queries/forum-page';
import { publicReports } from '@/lib/publishing/queries/public-reports';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';

export const generateMetadata = titled('/[authority]/forum', 'Schools Forum');

type Props = { params: Promise<{ authority: string }> };

/** Plain, and made to be printed on A4. */
export default async function ForumPage({ params }: Props) {
  const page = await openPage('/[authority]/forum', (await params).authority);
  const { report, month } = await page.read((tx) => forumPage(tx));
  const latest = (await publicReports(page.authority.slug))?.versions[0] ?? null;
  const base = `/${page.authority.slug}`;
  return (
    <>
      <PageHeading caption={`Schools Forum, ${page.authority.councilName}. For information`} lead={month === null ? `Actual figures on ${dateInWords(report.on)}, in totals. No month is closed yet.` : `Actual figures on ${dateInWords(report.on)}, the end of the last closed month, in totals.`}>
        Places for pupils with social, emotional and mental health needs
      </PageHeading>
      <Flow>
        <Prose>
          <p>
            {latest ? <>The latest published report is the <a href={`${base}/reports/forum-spend/${latest.month}`}>monthly spend report of {latest.monthTitle}, version {latest.number}</a>. </> : 'No monthly spend report is published yet. '}
            <a href={`${base}/reports`}>All published reports</a>
          </p>
          {mayReport(page.actor) ? <p><a href={`${base}/forum/reports`}>Draw up a monthly spend report</a></p> : null}
        </Prose>
        <h2>1. Pupils and places</h2>
        <SitesReport report={report} />
        <h2>2. Use of quotas by partnership</h2>
        <QuotaReport report={report} plain />
        <h2>3. Permanent exclusions</h2>
        <ExclusionsReport report={report} />
        <h2>4. From exclusion to education</h2>
        <StartsReport report={report} />
        <h2>5. About the figures</h2>
        <ReportKey report={report} />
        <ReportPrintNote path={`/${page.authority.slug}/forum`} clock={page.clock} source="Source: the authority's records of placements and exclusions." />
      </Flow>
    </>
  );
}
