import { DataTable } from '@/components/ui/data-table';
import { PageHeading } from '@/components/ui/page-heading';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';
import { spendMonths } from '@/lib/spend/queries/spend-month';

export const generateMetadata = titled('/[authority]/finance/monitor', 'Monthly budget monitor');

type Props = { params: Promise<{ authority: string }> };

/** The months of the restricted monitor. */
export default async function MonitorMonthsPage({ params }: Props) {
  const page = await openPage('/[authority]/finance/monitor', (await params).authority);
  const months = await page.read(spendMonths);
  return (
    <>
      <PageHeading caption={page.authority.councilName} lead="For the high-needs budget monitoring group. Not for publication: small numbers are shown.">Monthly budget monitor</PageHeading>
      <DataTable
        caption="Months" captionHidden rows={months} rowKey={(row) => row.month}
        columns={[
          { key: 'month', header: 'Month', rowHeader: true, cell: (row) => <a href={`/${page.authority.slug}/finance/monitor/${row.month}`}>{row.title}</a> },
          { key: 'state', header: 'State', cell: (row) => (row.isClosed ? 'Closed: its figures stay' : 'Open: its figures follow the record') },
        ]}
      />
    </>
  );
}
