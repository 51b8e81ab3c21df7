import { Flow } from '@/components/reports/flow';
import { BackLink } from '@/components/ui/back-link';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { PrintNote } from '@/components/ui/print-note';
import { dateInWords } from '@/lib/core/date-words';
import { calendarDate } from '@/lib/core/calendar-date';
import type { PublicReportView } from '@/lib/publishing/types';
import { Downloads } from './downloads';
import { ReportBody } from './report-body';

/** A published version as anybody reads it: the report, its files with their fingerprints, and the month's other versions. */
export function PublicVersion({ view, host }: { view: PublicReportView; host: string }) {
  const { report, versions } = view;
  const base = `/${report.authority.slug}/reports`;
  const latest = versions[0]?.number ?? report.number;
  const own = `${base}/forum-spend/${report.month}/${report.number}`;
  return (
    <>
      <BackLink href={base}>All reports</BackLink>
      <PageHeading size={48} caption={report.authority.name} lead={`${report.monthTitle}. Version ${report.number}, published on ${dateInWords(calendarDate(report.publishedOn))}.`}>{report.title}</PageHeading>
      <Flow>
        {latest > report.number ? <Notice kind="warning" title="A later version corrects this one" action={<a href={`${base}/forum-spend/${report.month}/${latest}`}>Version {latest}</a>} /> : null}
        {report.note === '' ? null : <Notice title="This version is a correction">{report.note}</Notice>}
        {report.authority.isDemonstration ? <Notice title="Demonstration">Every pupil, place and amount in this report is invented.</Notice> : null}
        <ReportBody report={report} />
        <Downloads view={view} />
        <PrintNote address={`${host}${own}`} madeAt={dateInWords(calendarDate(report.publishedOn))} source={`Version ${report.number}, SHA-256 ${view.sha256}`} />
      </Flow>
    </>
  );
}
