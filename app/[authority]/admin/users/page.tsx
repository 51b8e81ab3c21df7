import { PersonForm } from '@/components/admin/person-form';
import { BackLink } from '@/components/ui/back-link';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterPanel } from '@/components/ui/filter-panel';
import { PageHeading } from '@/components/ui/page-heading';
import { SelectField } from '@/components/ui/select-field';
import { Tag } from '@/components/ui/tag';
import { TextField } from '@/components/ui/text-field';
import { dateInWords } from '@/lib/core/date-words';
import { ROLE_NAMES } from '@/lib/core/roles';
import { ASSIGNABLE_ROLES } from '@/lib/people/input';
import { people, roleInWords } from '@/lib/people/queries/people';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';
import { newFormKey } from '@/lib/server/random';
import { save } from './actions';

export const generateMetadata = titled('/[authority]/admin/users', 'Users');

type Props = { params: Promise<{ authority: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function UsersPage({ params, searchParams }: Props) {
  const page = await openPage('/[authority]/admin/users', (await params).authority);
  const asked = await searchParams;
  const search = typeof asked.search === 'string' ? asked.search : '';
  const role = ASSIGNABLE_ROLES.find((one) => one === asked.role) ?? null;
  const found = await page.read((tx) => people(tx, { search, role }));
  const home = `/${page.authority.slug}/admin`;
  const { today } = page.clock;
  return (
    <>
      <BackLink href={home}>Administration</BackLink>
      <PageHeading lead={`${found.length} ${found.length === 1 ? 'person' : 'people'}. Nobody is deleted: a role ends on a day.`}>Users</PageHeading>
      <FilterPanel action={`${home}/users`} legend="Find a person" clearHref={`${home}/users`} submit="Find"
        chosen={[
          ...(search ? [{ label: 'Name or address', value: search, removeHref: `${home}/users${role ? `?role=${role}` : ''}` }] : []),
          ...(role ? [{ label: 'Role today', value: ROLE_NAMES[role], removeHref: `${home}/users${search ? `?search=${encodeURIComponent(search)}` : ''}` }] : []),
        ]}
      >
        <TextField name="search" label="Name or address" type="search" defaultValue={search} width="full" />
        <SelectField name="role" label="Role today" emptyText="Any role" defaultValue={role ?? ''} options={ASSIGNABLE_ROLES.map((one) => ({ value: one, text: ROLE_NAMES[one] }))} width="full" />
      </FilterPanel>
      <div className="fp-part">
        <DataTable
          caption="People" captionHidden dense rows={found} rowKey={(one) => one.id}
          empty={<EmptyState title="People">Nobody fits this search. Clear it, or add the person below.</EmptyState>}
          columns={[
            { key: 'name', header: 'Name', rowHeader: true, cell: (one) => <a href={`${home}/users/${one.id}`}>{one.name}</a> },
            { key: 'email', header: 'E-mail address', cell: (one) => one.email },
            {
              key: 'roles', header: 'Roles today',
              cell: (one) => one.roles.filter((held) => held.firstOn <= today && (held.lastOn === null || held.lastOn >= today))
                .map((held) => `${roleInWords(held)}${held.lastOn ? ` until ${dateInWords(held.lastOn)}` : ''}`).join('; ') || <Tag tone="due">No role today</Tag>,
            },
            { key: 'signIn', header: 'Sign-in', cell: (one) => (one.has_sign_in ? 'Yes' : 'No sign-in') },
          ]}
        />
      </div>
      <PersonForm fold="Add a person" action={save} authority={page.authority.slug} formKey={newFormKey()} />
    </>
  );
}
