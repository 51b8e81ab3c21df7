import { BackLink } from '@/components/ui/back-link';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeading } from '@/components/ui/page-heading';
import { forumMonths } from '@/lib/publishing/queries/forum-months';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';

export const generateMetadata = titled('/[authority]/forum/reports', 'Spend reports to the Forum');

type Props = { params: Promise<{ authority: string }> };

/** The closed months, each with where its report stands. */
export default async function ForumReportsPage({ params }: Props) {
  const page = await openPage('/[authority]/forum/reports', (await params).authority);
  const months = await page.read(forumMonths);
  const { slug } = page.authority;
  return (
    <>
      <BackLink href={`/${slug}/forum`}>Schools Forum</BackLink>
      <PageHeading
        caption={page.authority.councilName}
        lead={<>One report for every closed month. What is published is at <a href={`/${slug}/reports`}>Published reports</a>, for everybody.</>}
      >
        Monthly spend reports
      </PageHeading>
      <DataTable
        caption="Closed months, latest first"
        rows={months}
        rowKey={(one) => one.month}
        empty={<EmptyState title="No month is closed yet">A report is drawn up once finance has closed the month of the charge.</EmptyState>}
        columns={[
          { key: 'month', header: 'Month', rowHeader: true, cell: (one) => <a href={`/${slug}/forum/reports/${one.month}`}>{one.title}</a> },
          { key: 'state', header: 'Report', cell: (one) => one.words },
        ]}
      />
    </>
  );
}
