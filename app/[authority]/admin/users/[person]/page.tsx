import { PersonForm } from '@/components/admin/person-form';
import { RoleForm } from '@/components/admin/role-form';
import { ActionForm } from '@/components/forms/action-form';
import { FormDate, FormText } from '@/components/forms/bound-fields';
import { BackLink } from '@/components/ui/back-link';
import { DataTable } from '@/components/ui/data-table';
import { datePartsOf } from '@/components/ui/date-field';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeading } from '@/components/ui/page-heading';
import { Tag } from '@/components/ui/tag';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { dateInWords } from '@/lib/core/date-words';
import { SHORTEST_PASSWORD } from '@/lib/core/password-rule';
import { ROLE_NAMES } from '@/lib/core/roles';
import { partnerships, schoolChoices } from '@/lib/organisations/queries/partnerships';
import { ASSIGNABLE_ROLES } from '@/lib/people/input';
import { personById, roleInWords } from '@/lib/people/queries/people';
import { providerChoices } from '@/lib/providers/queries/site-pages';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';
import { newFormKey } from '@/lib/server/random';
import { DoneNotice } from '../../done-notice';
import { assign, end, newPassword, save } from '../actions';

export const generateMetadata = titled('/[authority]/admin/users/[person]', 'User');

type Props = { params: Promise<{ authority: string; person: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function UserPage({ params, searchParams }: Props) {
  const { authority, person: id } = await params;
  const page = await openPage('/[authority]/admin/users/[person]', authority);
  const view = await page.read(async (tx) => {
    const person = await personById(tx, id);
    return person && { person, schools: await schoolChoices(tx), partnerships: await partnerships(tx), providers: await providerChoices(tx) };
  });
  const { person } = view;
  const { today } = page.clock;
  const { role: asked, done } = await searchParams;
  const ending = person.roles.find((held) => held.id === asked);
  return (
    <>
      <BackLink href={`/${authority}/admin/users`}>Users</BackLink>
      <DoneNotice done={done} />
      <PageHeading caption="User" lead={`${person.email}. ${person.has_sign_in ? 'Has a sign-in.' : 'Has no sign-in.'}`}>{person.name}</PageHeading>
      <DataTable
        caption="Roles" rows={[...person.roles].reverse()} rowKey={(held) => held.id} dense
        empty={<EmptyState title="Roles">{person.name} has never had a role, and sees no page. Give the first one below.</EmptyState>}
        columns={[
          { key: 'role', header: 'Role', rowHeader: true, cell: roleInWords },
          { key: 'from', header: 'From', cell: (held) => dateInWords(held.firstOn) },
          { key: 'to', header: 'To', cell: (held) => (held.lastOn ? dateInWords(held.lastOn) : 'further notice') },
          {
            key: 'state', header: 'Today', cell: (held) => (held.firstOn > today ? <Tag tone="info">Not yet</Tag> : held.lastOn !== null && held.lastOn < today ? <Tag tone="quiet">Ended</Tag> : <Tag tone="fine">In force</Tag>),
          },
          {
            key: 'end', header: 'Last day', headerHidden: true,
            cell: (held) => (held.lastOn !== null && held.lastOn < today ? null : <a href={`?role=${held.id}#end-role`}>{held.lastOn ? 'Change the last day' : 'End'}<VisuallyHidden> of {roleInWords(held)}</VisuallyHidden></a>),
          },
        ]}
      />
      {ending ? (
        <section id="end-role" className="fp-part">
          <h2>End the role {roleInWords(ending)}</h2>
          <ActionForm action={end} authority={authority} formKey={newFormKey()} hidden={{ roleId: ending.id, version: ending.version }} submit="Save the last day" beside={<a href={`/${authority}/admin/users/${person.id}`}>Cancel</a>}>
            <FormDate name="endsOn" label="Last day of the role" defaultValue={datePartsOf(ending.lastOn ?? today)} />
          </ActionForm>
        </section>
      ) : null}
      <h2>Give a role</h2>
      <RoleForm
        action={assign} authority={authority} formKey={newFormKey()} personId={person.id} today={datePartsOf(today)}
        roles={ASSIGNABLE_ROLES.map((role) => ({ value: role, text: ROLE_NAMES[role] }))} schools={view.schools} providers={view.providers}
        partnerships={view.partnerships.map((one) => ({ value: one.id, text: one.name }))}
      />
      <h2>Name and address</h2>
      <PersonForm action={save} authority={authority} formKey={newFormKey()} person={person} />
      {person.has_sign_in && person.id !== page.actor.personId ? (
        <>
          <h2>New password</h2>
          <p>For somebody who has forgotten theirs. Every session of theirs ends, and they choose a password of their own when they next sign in. Where their sign-in opens another authority too, it opens this one only until an administrator there gives it again.</p>
          <ActionForm action={newPassword} authority={authority} formKey={newFormKey()} hidden={{ personId: person.id, version: person.version }} submit="Give the new password">
            <FormText name="newPassword" label="New password" type="password" autoComplete="new-password" hint={`At least ${SHORTEST_PASSWORD} characters. Tell it to them in person or by telephone`} />
          </ActionForm>
        </>
      ) : null}
    </>
  );
}
