import { TrustForm } from '@/components/admin/trust-form';
import { ActionForm } from '@/components/forms/action-form';
import { FormDate, FormSelect } from '@/components/forms/bound-fields';
import { BackLink } from '@/components/ui/back-link';
import { DataTable } from '@/components/ui/data-table';
import { datePartsOf } from '@/components/ui/date-field';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeading } from '@/components/ui/page-heading';
import { SummaryList } from '@/components/ui/summary-list';
import { Tag } from '@/components/ui/tag';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { contains } from '@/lib/core/date-range';
import { dateInWords } from '@/lib/core/date-words';
import { academyChoices, trustBySlug } from '@/lib/organisations/queries/trusts';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';
import { newFormKey } from '@/lib/server/random';
import { DoneNotice } from '../../done-notice';
import { changeMember, join, save } from '../actions';

export const generateMetadata = titled('/[authority]/admin/trusts/[trust]', 'Trust');

type Props = { params: Promise<{ authority: string; trust: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function TrustPage({ params, searchParams }: Props) {
  const { authority, trust: slug } = await params;
  const page = await openPage('/[authority]/admin/trusts/[trust]', authority);
  const { trust, academies } = await page.read(async (tx) => {
    const found = await trustBySlug(tx, slug);
    return found && { trust: found, academies: await academyChoices(tx) };
  });
  const { today } = page.clock;
  const { member: asked, done } = await searchParams;
  const changing = trust.members.find((one) => one.id === asked);
  const current = trust.members.filter((one) => contains(one, today));
  const home = `/${authority}/admin`;
  return (
    <>
      <BackLink href={`${home}/trusts`}>Trusts</BackLink>
      <DoneNotice done={done} />
      <PageHeading caption="Academy trust" lead={`${current.length === 1 ? '1 school' : `${current.length} schools`} today.`}>{trust.name}</PageHeading>
      <div className="fp-spaced">
        <SummaryList
          rows={[
            { label: 'Address for invoices', value: trust.address.split(/\s*\n\s*/).join(', ') },
            { label: 'Customer number', value: trust.customer_number },
            { label: 'Companies House number', value: trust.company_number ?? 'Not on record' },
            {
              label: 'Pays for',
              value: trust.pays_for.length === 0 ? 'No agreement. An agreement names its payer'
                : <ul>{trust.pays_for.map((one) => <li key={one.agreementId}><a href={`${home}/agreements/${one.agreementId}`}>{one.partnership}, {one.academicYear}</a></li>)}</ul>,
            },
          ]}
        />
        <DataTable
          caption="Schools" rows={trust.members} rowKey={(one) => one.id} dense
          empty={<EmptyState title="Schools">No school is in the trust yet. Add the first one below.</EmptyState>}
          columns={[
            { key: 'name', header: 'School', rowHeader: true, cell: (one) => (one.urn ? `${one.name} (${one.urn})` : one.name) },
            { key: 'days', header: 'In the trust', cell: (one) => `${dateInWords(one.firstOn)} to ${one.lastOn ? dateInWords(one.lastOn) : 'further notice'}` },
            { key: 'state', header: 'Today', cell: (one) => (current.includes(one) ? <Tag tone="fine">In the trust</Tag> : one.firstOn > today ? <Tag tone="info">Not yet</Tag> : <Tag tone="quiet">Left</Tag>) },
            { key: 'change', header: 'Days', headerHidden: true, cell: (one) => <a href={`?member=${one.id}#change`}>End or correct<VisuallyHidden> the days of {one.name}</VisuallyHidden></a> },
          ]}
        />
      </div>
      {changing ? (
        <section id="change" className="fp-part">
          <h2>Days of {changing.name} in the trust</h2>
          <ActionForm
            action={changeMember} authority={authority} formKey={newFormKey()} hidden={{ trustMemberId: changing.id, version: changing.version }} submit="Save the days"
            beside={<a href={`${home}/trusts/${slug}`}>Cancel</a>}
          >
            <FormDate name="beginsOn" label="First day in the trust" defaultValue={datePartsOf(changing.firstOn)} />
            <FormDate name="endsOn" label="Last day in the trust" optional defaultValue={datePartsOf(changing.lastOn)} />
          </ActionForm>
        </section>
      ) : null}
      <h2>Add a school</h2>
      <ActionForm action={join} authority={authority} formKey={newFormKey()} hidden={{ trustId: trust.id }} submit="Add the school">
        <FormSelect name="establishmentId" label="School" hint="Academies that are open" emptyText="Choose a school" options={academies} width="full" />
        <FormDate name="joinsOn" label="First day in the trust" />
        <FormDate name="leavesOn" label="Last day in the trust" optional />
      </ActionForm>
      <h2>What is on record of the trust</h2>
      <TrustForm action={save} authority={authority} formKey={newFormKey()} trust={trust} />
    </>
  );
}
