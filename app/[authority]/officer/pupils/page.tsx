import { FoundTable } from '@/components/placing/found-table';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeading } from '@/components/ui/page-heading';
import { searchPupils } from '@/lib/placements/queries/search-pupils';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';
import { type Asked, askedText } from '../address';

export const generateMetadata = titled('/[authority]/officer/pupils', 'Pupils');

type Props = { params: Promise<{ authority: string }>; searchParams: Promise<Asked> };

export default async function PupilsPage({ params, searchParams }: Props) {
  const { authority } = await params;
  const q = askedText(await searchParams, 'q');
  const page = await openPage('/[authority]/officer/pupils', authority);
  const found = await page.read((tx) => searchPupils(tx, q));
  const officer = `/${authority}/officer`;
  const count = found.pupils.length === 1 ? '1 pupil' : `${found.more ? 'More than ' : ''}${found.pupils.length} pupils`;
  return (
    <>
      <PageHeading lead={q === '' || found.tooShort ? undefined : `${count} for \u201c${q}\u201d${found.more ? ': type more letters to see the rest' : ''}`}>Pupils</PageHeading>
      {found.tooShort ? (
        <EmptyState title={q === '' ? 'Search for a pupil above' : 'Type at least three letters'} action={<LinkButton href={officer}>Pupils waiting</LinkButton>}>
          Pupils are found by the first letters of either name, by their reference or that of a request, placement or exclusion, or by UPN.
        </EmptyState>
      ) : (
        <FoundTable pupils={found.pupils} officer={officer} today={page.clock.today} empty={
          <EmptyState title={`No pupil for \u201c${q}\u201d`} action={<LinkButton href={`${officer}/exclusions/new`}>Record an exclusion</LinkButton>}>
            Try fewer letters or the other name. A pupil comes into Fairplace with an exclusion or a request for a place.
          </EmptyState>
        } />
      )}
    </>
  );
}
