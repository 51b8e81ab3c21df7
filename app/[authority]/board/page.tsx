import { ExclusionsReport, ReportKey, StartsReport } from '@/components/reports/exclusions-report';
import { QuotaReport } from '@/components/reports/quota-report';
import { ReportPrintNote } from '@/components/reports/report-print-note';
import { SitesReport } from '@/components/reports/sites-report';
import { Flow } from '@/components/reports/flow';
import { PageHeading } from '@/components/ui/page-heading';
import { dateInWords } from '@/lib/core/date-words';
import { authorityReport } from '@/lib/publishing/queries/authority-report';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';

export const generateMetadata = titled('/[authority]/board', 'Governance Board');

type Props = { params: Promise<{ authority: string }> };

export default async function BoardPage({ params }: Props) {
  const page = await openPage('/[authority]/board', (await params).authority);
  const report = await page.read((tx) => authorityReport(tx));
  return (
    <>
      <PageHeading size={48} caption="Governance Board" lead={`Actual figures on ${dateInWords(report.on)}, in totals.`}>Places and exclusions</PageHeading>
      <Flow>
        <h2>Use of quotas by partnership</h2>
        <QuotaReport report={report} />
        <h2>Permanent exclusions</h2>
        <ExclusionsReport report={report} />
        <h2>From exclusion to education</h2>
        <StartsReport report={report} />
        <h2>Pupils and places</h2>
        <SitesReport report={report} />
        <h2>About the figures</h2>
        <ReportKey report={report} />
        <ReportPrintNote path={`/${page.authority.slug}/board`} clock={page.clock} source="Source: the authority's records of placements and exclusions." />
      </Flow>
    </>
  );
}
