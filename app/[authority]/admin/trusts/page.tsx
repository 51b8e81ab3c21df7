import { TrustForm } from '@/components/admin/trust-form';
import { BackLink } from '@/components/ui/back-link';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeading } from '@/components/ui/page-heading';
import { contains } from '@/lib/core/date-range';
import { dateInWords, weekdayDateInWords } from '@/lib/core/date-words';
import { trusts } from '@/lib/organisations/queries/trusts';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';
import { newFormKey } from '@/lib/server/random';
import { save } from './actions';

export const generateMetadata = titled('/[authority]/admin/trusts', 'Trusts');

type Props = { params: Promise<{ authority: string }> };

export default async function TrustsPage({ params }: Props) {
  const page = await openPage('/[authority]/admin/trusts', (await params).authority);
  const found = await page.read(trusts);
  const home = `/${page.authority.slug}/admin`;
  const { today } = page.clock;
  return (
    <>
      <BackLink href={home}>Administration</BackLink>
      <PageHeading lead={`Schools on ${weekdayDateInWords(today)}. An academy is in one trust at a time. A trust can be the payer of an agreement, and the invoices of its schools are addressed to it.`}>Trusts</PageHeading>
      <DataTable
        caption="Trusts" captionHidden rows={found} rowKey={(one) => one.id} dense
        empty={<EmptyState title="Trusts">There is no trust yet. Add the first one below, then its schools.</EmptyState>}
        columns={[
          { key: 'name', header: 'Name', rowHeader: true, cell: (one) => <a href={`${home}/trusts/${one.slug}`}>{one.name}</a> },
          { key: 'company', header: 'Companies House', cell: (one) => one.company_number ?? 'Not on record' },
          { key: 'customer', header: 'Customer number', cell: (one) => one.customer_number },
          { key: 'schools', header: 'Schools', numeric: true, cell: (one) => one.members.filter((member) => contains(member, today)).length },
          { key: 'pays', header: 'Pays for', cell: (one) => (one.pays_for.length === 0 ? 'No agreement' : one.pays_for.map(({ partnership, academicYear }) => `${partnership} ${academicYear}`).join(', ')) },
          { key: 'days', header: 'Days', cell: (one) => `${dateInWords(one.first_on)} to ${one.last_on ? dateInWords(one.last_on) : 'further notice'}` },
        ]}
      />
      <TrustForm fold="Add a trust" action={save} authority={page.authority.slug} formKey={newFormKey()} />
    </>
  );
}
