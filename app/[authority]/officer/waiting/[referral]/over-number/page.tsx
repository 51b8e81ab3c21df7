import { ActionForm } from '@/components/forms/action-form';
import { FormDate, FormSelect, FormText, FormTextArea } from '@/components/forms/bound-fields';
import { SideColumns } from '@/components/layout/columns';
import { HomeAuthorityPlaces } from '@/components/placing/home-authority-places';
import { PupilSide } from '@/components/placing/pupil-side';
import { KIND_OPTIONS } from '@/components/placing/wanted-form';
import { BackLink } from '@/components/ui/back-link';
import { datePartsOf } from '@/components/ui/date-field';
import { weekdayDateWords } from '@/components/ui/date-words';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeading } from '@/components/ui/page-heading';
import { type CalendarDate, isCalendarDate } from '@/lib/core/calendar-date';
import { overNumberView } from '@/lib/placements/queries/over-number-view';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';
import { newFormKey } from '@/lib/server/random';
import { addressOf, type Asked, askedDate, askedText } from '../../../address';
import { authorise } from './actions';

export const generateMetadata = titled('/[authority]/officer/waiting/[referral]/over-number', 'Authorise a place over number');

type Props = { params: Promise<{ authority: string; referral: string }>; searchParams: Promise<Asked> };

export default async function OverNumberPage({ params, searchParams }: Props) {
  const { authority, referral } = await params;
  const asked = await searchParams;
  const page = await openPage('/[authority]/officer/waiting/[referral]/over-number', authority);
  const view = await page.read((tx) => overNumberView(tx, referral, { from: askedDate(asked, 'from'), to: askedDate(asked, 'to'), share: askedText(asked, 'share'), kind: askedText(asked, 'kind') }));
  const { brief, wanted, sites } = view;
  const options = addressOf(`/${authority}/officer/waiting/${referral}/place`, { from: wanted.firstOn, to: wanted.lastOn, share: wanted.shareTenths, kind: wanted.kind });
  const today = page.clock.today;
  // Where one site needs it, the days on which it is full.
  const [only] = sites.length === 1 ? sites : [];
  // Only the days that an earlier authorisation did not reach.
  const dayOr = (name: string, otherwise: CalendarDate): CalendarDate => {
    const day = askedText(asked, name);
    return isCalendarDate(day) ? day : otherwise;
  };
  return (
    <>
      <BackLink href={options}>Options</BackLink>
      <PageHeading caption={`${brief.firstName} ${brief.lastName}, ${view.referralReference}`}
        lead="The site and the authority agree to take more pupils than its number, for a time. It is shown wherever the site's places are.">Authorise a place over number</PageHeading>
      <SideColumns label="Pupil" stays side={<PupilSide pupil={brief} pupilHref={`/${authority}/officer/pupils/${brief.pupilId}`} today={today} />}>
        {view.homeAuthority !== null ? (
          <HomeAuthorityPlaces homeAuthority={view.homeAuthority} firstName={brief.firstName} tasksHref={`/${authority}/officer/tasks`} correctHref={`/${authority}/officer/pupils/${brief.pupilId}/correct`} />
        ) : sites.length === 0 ? (
          <EmptyState title="No site needs it" action={<LinkButton href={options}>Back to the options</LinkButton>}>
            Every site that could take {brief.firstName} has a place free from the day asked for, or is stopped by something that more places would not mend.
          </EmptyState>
        ) : (
          <ActionForm action={authorise} authority={authority} formKey={newFormKey()} hidden={{ referralId: referral, wantedFrom: wanted.firstOn, wantedTo: wanted.lastOn, wantedShare: wanted.shareTenths, wantedKind: wanted.kind }} submit="Authorise over number" beside={<a href={options}>Back to the options</a>}>
            <FormSelect name="siteId" label="Site" emptyText="Choose a site" defaultValue={sites.length === 1 ? sites[0]?.siteId : undefined} options={sites.map((site) => ({
              value: site.siteId, text: site.firstFullOn ? `${site.name}, full on ${site.fullDays} school days from ${weekdayDateWords(site.firstFullOn, today)}${site.lastFullOn ? ` to ${weekdayDateWords(site.lastFullOn, today)}` : ''}` : `${site.name}${site.freeFrom ? `, free only from ${weekdayDateWords(site.freeFrom, today)}` : ''}`,
            }))} />
            <FormSelect name="kind" label="Kind of place" options={KIND_OPTIONS} defaultValue={wanted.kind} width={20} />
            <FormText name="places" label="Places over number" width={3} inputMode="numeric" defaultValue="1" />
            <FormDate name="firstOn" label="First day" defaultValue={datePartsOf(dayOr('first', only?.firstFullOn ?? wanted.firstOn))} />
            <FormDate name="lastOn" label="Last day" defaultValue={datePartsOf(dayOr('last', only?.lastFullOn ?? wanted.lastOn))} />
            <FormText name="agreedBySite" label="Who at the site agreed" hint="Name and post" />
            <FormText name="authorisedBy" label="Who in the authority authorised it" hint="Name and post" defaultValue={page.actor.name} />
            <FormTextArea name="reason" label="Why" rows={3} />
          </ActionForm>
        )}
      </SideColumns>
    </>
  );
}
