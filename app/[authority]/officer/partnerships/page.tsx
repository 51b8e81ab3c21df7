import type { Metadata } from 'next';
import { QuotaBar } from '@/components/places/quota-bar';
import { DataTable } from '@/components/ui/data-table';
import { weekdayDateWords } from '@/components/ui/date-words';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeading } from '@/components/ui/page-heading';
import { officerPartnerships } from '@/lib/placements/queries/officer-partnerships';
import { openPage } from '@/lib/server/open-page';

export const metadata: Metadata = { title: 'Partnerships' };

type Props = { params: Promise<{ authority: string }> };

export default async function PartnershipsPage({ params }: Props) {
  const { authority } = await params;
  const page = await openPage('/[authority]/officer/partnerships', authority);
  const lines = await page.read(officerPartnerships);
  return (
    <>
      <PageHeading lead={`Places used against each quota on ${weekdayDateWords(page.clock.today)}.`}>Partnerships</PageHeading>
      <DataTable caption="Partnerships and their quotas today" captionHidden rows={lines} rowKey={(row) => row.slug}
        empty={<EmptyState title="No agreement covers today">Quotas appear here once an administrator has entered an agreement for this year.</EmptyState>}
        columns={[
          { key: 'name', header: 'Partnership', rowHeader: true, cell: (row) => <a href={`/${authority}/partnership/${row.slug}`}>{row.name}</a> },
          { key: 'phase', header: 'Phase', cell: (row) => row.phase },
          { key: 'schools', header: 'Schools', numeric: true, cell: (row) => row.schools },
          { key: 'quota', header: 'Quota today', width: 'wide', cell: (row) => (row.quota ? <QuotaBar small quota={row.quota} /> : 'No quota today') },
        ]} />
    </>
  );
}
