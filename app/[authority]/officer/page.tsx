import { SideColumns } from '@/components/layout/columns';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { oneValue, type Params } from '@/components/waiting/address';
import { WaitingCounts } from '@/components/waiting/waiting-counts';
import { WaitingFilters } from '@/components/waiting/waiting-filters';
import { WaitingTable } from '@/components/waiting/waiting-table';
import { readFilter, waitingList } from '@/lib/placements/queries/waiting-list';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';

export const generateMetadata = titled('/[authority]/officer', 'Pupils waiting');

type Props = { params: Promise<{ authority: string }>; searchParams: Promise<Params> };

/** The officer's list: who waits for a place, by when one is due, and what happens next. */
export default async function WaitingPage({ params, searchParams }: Props) {
  const page = await openPage('/[authority]/officer', (await params).authority);
  const asked = await searchParams;
  const filter = readFilter((name) => oneValue(asked, name));
  const list = await page.read((tx) => waitingList(tx, filter));
  const path = `/${page.authority.slug}/officer`;
  const isFiltered = Object.values(filter).some((value) => value !== null);
  const shown = `${list.rows.length} ${list.rows.length === 1 ? 'pupil' : 'pupils'}${isFiltered ? ` of ${list.total}` : ''} waiting`;
  return (
    <>
      <PageHeading
        size={48}
        lead={`${list.excluded} permanently excluded and ${list.total - list.excluded} by other routes have no full-time education yet.`}
        actions={(
          <>
            <LinkButton kind="primary" href={`${path}/exclusions/new`}>Record an exclusion</LinkButton>
            <LinkButton href={`${path}/referrals/new`}>Record another request</LinkButton>
          </>
        )}
      >
        Pupils waiting
      </PageHeading>
      <WaitingCounts path={path} counts={list.counts} />
      {list.openTasks === 0 ? null : (
        <Notice kind="warning" title={<a href={`${path}/tasks`}>{list.openTasks === 1 ? '1 task is' : `${list.openTasks} tasks are`} open</a>} />
      )}
      <SideColumns label="Filters" side={<WaitingFilters path={path} filter={filter} choices={list.choices} />}>
        <WaitingTable
          path={path} partnershipPath={`/${page.authority.slug}/partnership`} rows={list.rows} today={page.clock.today}
          caption={`${shown}, by the earlier of the legal due date and the day-1 target, then by the date wanted`}
          empty={isFiltered ? (
            <EmptyState title="No pupil waiting has all of these" action={<LinkButton href={path}>Clear all filters</LinkButton>}>
              <p>{list.total} {list.total === 1 ? 'pupil is' : 'pupils are'} waiting in all.</p>
            </EmptyState>
          ) : (
            <EmptyState title="No pupil is waiting for a place" action={<LinkButton href={`${path}/exclusions/new`}>Record an exclusion</LinkButton>}>
              <p>Pupils come here when an exclusion or another request is recorded, and leave when full-time education starts.</p>
            </EmptyState>
          )}
        />
      </SideColumns>
    </>
  );
}
