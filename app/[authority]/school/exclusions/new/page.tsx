import type { Params } from '@/components/waiting/address';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';
import { RecordExclusion } from '../../../officer/exclusions/record-page';
import { recordAsSchool, tellAsSchool } from './actions';

export const generateMetadata = titled('/[authority]/school/exclusions/new', 'Record an exclusion');

type Props = { params: Promise<{ authority: string }>; searchParams: Promise<Params> };

/** A school records the exclusion of one of its own pupils; afterwards the clock and whom to tell. */
export default async function SchoolExclusionPage({ params, searchParams }: Props) {
  const page = await openPage('/[authority]/school/exclusions/new', (await params).authority);
  const school = `/${page.authority.slug}/school`;
  const path = `${school}/exclusions/new`;
  const back = { href: school, text: 'My places' };
  return (
    <RecordExclusion
      page={page} asked={await searchParams} action={recordAsSchool} tell={tellAsSchool} path={path} back={back} mayBeElsewhere={false}
      lead="The authority is told as soon as you save. Every field not marked optional is needed."
      linksAfter={() => [back, { href: path, text: 'Record another exclusion' }]}
    />
  );
}
