import { QuotaBar } from '@/components/places/quota-bar';
import type { QuotaView } from '@/components/places/quota-words';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';

export interface ListedPartnership {
  readonly slug: string;
  readonly name: string;
  readonly phase: string;
  readonly schools: number;
  readonly quota: QuotaView | null;
}

/** Every partnership with its quota today. */
export function PartnershipList({ authority, lines }: { authority: string; lines: readonly ListedPartnership[] }) {
  return (
    <DataTable
      caption="Partnerships and their quotas today" captionHidden rows={lines} rowKey={(row) => row.slug}
      empty={<EmptyState title="No agreement covers today">Quotas appear here once an administrator has entered an agreement for this year.</EmptyState>}
      columns={[
        { key: 'name', header: 'Partnership', rowHeader: true, cell: (row) => <a href={`/${authority}/partnership/${row.slug}`}>{row.name}</a> },
        { key: 'phase', header: 'Phase', cell: (row) => row.phase },
        { key: 'schools', header: 'Schools', numeric: true, cell: (row) => row.schools },
        { key: 'quota', header: 'Quota today', width: 'wide', cell: (row) => (row.quota ? <QuotaBar small quota={row.quota} /> : 'No quota today') },
      ]}
    />
  );
}
