import { PartnershipForm } from '@/components/admin/partnership-form';
import { BackLink } from '@/components/ui/back-link';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeading } from '@/components/ui/page-heading';
import { dateInWords, weekdayDateInWords } from '@/lib/core/date-words';
import { partnerships } from '@/lib/organisations/queries/partnerships';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';
import { newFormKey } from '@/lib/server/random';
import { save } from './actions';

export const generateMetadata = titled('/[authority]/admin/partnerships', 'Partnerships');

type Props = { params: Promise<{ authority: string }> };

export default async function PartnershipsPage({ params }: Props) {
  const page = await openPage('/[authority]/admin/partnerships', (await params).authority);
  const found = await page.read(partnerships);
  const home = `/${page.authority.slug}/admin`;
  const { today } = page.clock;
  const now = (one: (typeof found)[number]) => one.members.filter((member) => member.firstOn <= today && (member.lastOn === null || member.lastOn >= today));
  return (
    <>
      <BackLink href={home}>Administration</BackLink>
      <PageHeading lead={`Members on ${weekdayDateInWords(today)}. A school is a member of one partnership of a phase at a time.`}>Partnerships</PageHeading>
      <DataTable
        caption="Partnerships" captionHidden rows={found} rowKey={(one) => one.id} dense
        empty={<EmptyState title="Partnerships">There is no partnership yet. Add the first one below, then its schools.</EmptyState>}
        columns={[
          { key: 'name', header: 'Name', rowHeader: true, cell: (one) => <a href={`${home}/partnerships/${one.slug}`}>{one.name}</a> },
          { key: 'phase', header: 'Phase', cell: (one) => (one.phase === 'primary' ? 'Primary' : 'Secondary') },
          { key: 'members', header: 'Members', numeric: true, cell: (one) => now(one).length },
          {
            key: 'roll', header: 'Roll', numeric: true,
            cell: (one) => (now(one).some((member) => member.roll === null) ? 'Not known' : now(one).reduce((sum, member) => sum + (member.roll ?? 0), 0).toLocaleString('en-GB')),
          },
          { key: 'days', header: 'Days', cell: (one) => `${dateInWords(one.first_on)} to ${one.last_on ? dateInWords(one.last_on) : 'further notice'}` },
        ]}
      />
      <PartnershipForm fold="Add a partnership" action={save} authority={page.authority.slug} formKey={newFormKey()} />
    </>
  );
}
