import { PartnershipForm } from '@/components/admin/partnership-form';
import { ActionForm } from '@/components/forms/action-form';
import { FormDate, FormSelect } from '@/components/forms/bound-fields';
import { BackLink } from '@/components/ui/back-link';
import { DataTable } from '@/components/ui/data-table';
import { datePartsOf } from '@/components/ui/date-field';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeading } from '@/components/ui/page-heading';
import { Tag } from '@/components/ui/tag';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { dateInWords } from '@/lib/core/date-words';
import { partnershipBySlug, schoolChoices } from '@/lib/organisations/queries/partnerships';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';
import { newFormKey } from '@/lib/server/random';
import { DoneNotice } from '../../done-notice';
import { join, leave, save } from '../actions';

export const generateMetadata = titled('/[authority]/admin/partnerships/[partnership]', 'Partnership');

type Props = { params: Promise<{ authority: string; partnership: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function PartnershipPage({ params, searchParams }: Props) {
  const { authority, partnership: slug } = await params;
  const page = await openPage('/[authority]/admin/partnerships/[partnership]', authority);
  const { partnership, schools } = await page.read(async (tx) => {
    const found = await partnershipBySlug(tx, slug);
    return found && { partnership: found, schools: await schoolChoices(tx) };
  });
  const { today } = page.clock;
  const { member: asked, done } = await searchParams;
  const leaving = partnership.members.find((one) => one.id === asked);
  const current = partnership.members.filter((one) => one.firstOn <= today && (one.lastOn === null || one.lastOn >= today));
  return (
    <>
      <BackLink href={`/${authority}/admin/partnerships`}>Partnerships</BackLink>
      <DoneNotice done={done} />
      <PageHeading caption={partnership.phase === 'primary' ? 'Primary partnership' : 'Secondary partnership'} lead={`${current.length} ${current.length === 1 ? 'member' : 'members'} today.`}>{partnership.name}</PageHeading>
      <DataTable
        caption="Members" rows={partnership.members} rowKey={(one) => one.id} dense
        empty={<EmptyState title="Members">No school is a member yet. Add the first one below.</EmptyState>}
        columns={[
          { key: 'name', header: 'School', rowHeader: true, cell: (one) => (one.urn ? `${one.name} (${one.urn})` : one.name) },
          { key: 'roll', header: 'Roll', numeric: true, cell: (one) => one.roll?.toLocaleString('en-GB') ?? 'Not known' },
          { key: 'days', header: 'Member', cell: (one) => `${dateInWords(one.firstOn)} to ${one.lastOn ? dateInWords(one.lastOn) : 'further notice'}` },
          { key: 'state', header: 'Today', cell: (one) => (current.includes(one) ? <Tag tone="fine">Member</Tag> : one.firstOn > today ? <Tag tone="info">Not yet</Tag> : <Tag tone="quiet">Left</Tag>) },
          {
            key: 'leave', header: 'Last day', headerHidden: true,
            cell: (one) => <a href={`?member=${one.id}#leave`}>{one.lastOn ? 'Change the last day' : 'End membership'}<VisuallyHidden> of {one.name}</VisuallyHidden></a>,
          },
        ]}
      />
      {leaving ? (
        <section id="leave" className="fp-part">
          <h2>End the membership of {leaving.name}</h2>
          <ActionForm action={leave} authority={authority} formKey={newFormKey()} hidden={{ memberId: leaving.id }} submit="Save the last day" beside={<a href={`/${authority}/admin/partnerships/${slug}`}>Cancel</a>}>
            <FormDate name="lastDay" label="Last day as a member" defaultValue={datePartsOf(leaving.lastOn)} />
          </ActionForm>
        </section>
      ) : null}
      <h2>Add a school</h2>
      <ActionForm action={join} authority={authority} formKey={newFormKey()} hidden={{ partnershipId: partnership.id }} submit="Add the school">
        <FormSelect name="establishmentId" label="School" emptyText="Choose a school" options={schools} width="full" />
        <FormDate name="joinsOn" label="First day as a member" />
        <FormDate name="leavesOn" label="Last day as a member" optional />
      </ActionForm>
      <h2>Terms of the partnership</h2>
      <PartnershipForm action={save} authority={authority} formKey={newFormKey()} partnership={partnership} />
    </>
  );
}
