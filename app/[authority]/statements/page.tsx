import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeading } from '@/components/ui/page-heading';
import { statementList } from '@/lib/charges/queries/partnership-statements';
import { formatPounds } from '@/lib/core/pence';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';

export const generateMetadata = titled('/[authority]/statements', 'Statements');

type Props = { params: Promise<{ authority: string }> };

/** The monthly statements of a lead's or a head's partnership. */
export default async function StatementsPage({ params }: Props) {
  const page = await openPage('/[authority]/statements', (await params).authority);
  const statements = await page.read(statementList);
  return (
    <>
      <PageHeading lead="What your partnership is charged for places over its quota, month by month.">Statements</PageHeading>
      <DataTable
        caption="Statements" captionHidden rows={statements} rowKey={(row) => row.key}
        empty={<EmptyState title="No statement yet"><p>A draft statement comes here when the finance team draws up a month. The partnership&apos;s lead can query its lines.</p></EmptyState>}
        columns={[
          { key: 'month', header: 'Month', rowHeader: true, cell: (row) => <a href={`/${page.authority.slug}/partnership/${row.slug}/statements/${row.month}`}>{row.title}, {row.name}</a> },
          { key: 'state', header: 'State', cell: (row) => row.stateWords },
          { key: 'total', header: 'Total', numeric: true, cell: (row) => formatPounds(row.total) },
        ]}
      />
    </>
  );
}
