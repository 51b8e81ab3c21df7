import type { Params } from '@/components/waiting/address';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';
import { recordAsOfficer, tellAsOfficer } from '../actions';
import { RecordExclusion } from '../record-page';

export const generateMetadata = titled('/[authority]/officer/exclusions/new', 'Record an exclusion');

type Props = { params: Promise<{ authority: string }>; searchParams: Promise<Params> };

/** Keyed in during the head's call; afterwards the clock and whom to tell. */
export default async function RecordExclusionPage({ params, searchParams }: Props) {
  const page = await openPage('/[authority]/officer/exclusions/new', (await params).authority);
  const officer = `/${page.authority.slug}/officer`;
  const back = { href: officer, text: 'Pupils waiting' };
  return (
    <RecordExclusion
      page={page} asked={await searchParams} action={recordAsOfficer} tell={tellAsOfficer} path={`${officer}/exclusions/new`} back={back} mayBeElsewhere
      lead="One page, in the order of the call. Every field not marked optional is needed."
      linksAfter={({ toldAuthority, referralId, firstName }) => [
        ...(toldAuthority === null ? [{ href: `${officer}/waiting/${referralId}/place`, text: `Place ${firstName}` }] : [{ href: `${officer}/tasks`, text: 'Open the task' }]),
        { href: `${officer}/waiting/${referralId}`, text: 'Open the record' }, back,
      ]}
    />
  );
}
