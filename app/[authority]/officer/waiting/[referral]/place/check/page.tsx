import { redirect } from 'next/navigation';
import { SideColumns } from '@/components/layout/columns';
import { AlreadyPlaced } from '@/components/placing/already-placed';
import { CannotPlace } from '@/components/placing/cannot-place';
import { Effects } from '@/components/placing/effects';
import { HappensNext } from '@/components/placing/happens-next';
import { ProposalForm } from '@/components/placing/proposal-form';
import { PupilSide } from '@/components/placing/pupil-side';
import { OccupancyStrip } from '@/components/places/occupancy-strip';
import { BackLink } from '@/components/ui/back-link';
import { dateRangeWords, weekdayDateWords } from '@/components/ui/date-words';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { SummaryList } from '@/components/ui/summary-list';
import { PLACE_KIND_WORDS, shareInWords } from '@/lib/core/field-words';
import { checkView } from '@/lib/placements/queries/check-view';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';
import { newFormKey } from '@/lib/server/random';
import { addressOf, type Asked, askedText } from '../../../../address';
import { propose } from './actions';

export const generateMetadata = titled('/[authority]/officer/waiting/[referral]/place/check', 'Check before placing');

type Props = { params: Promise<{ authority: string; referral: string }>; searchParams: Promise<Asked> };

export default async function CheckPage({ params, searchParams }: Props) {
  const { authority, referral } = await params;
  const asked = await searchParams;
  const wanted = { from: askedText(asked, 'from'), to: askedText(asked, 'to'), share: askedText(asked, 'share'), kind: askedText(asked, 'kind') };
  const site = askedText(asked, 'site');
  const page = await openPage('/[authority]/officer/waiting/[referral]/place/check', authority);
  const options = `/${authority}/officer/waiting/${referral}/place`;
  if (site === '') redirect(addressOf(options, { ...wanted, missing: 'site' }));
  const checked = await page.read((tx) => checkView(tx, referral, site, wanted));
  const back = addressOf(options, { ...wanted, site });
  if (checked.kind === 'cannot') return <CannotPlace siteName={checked.siteName} why={checked.why} optionsHref={addressOf(options, wanted)} options={checked.place.options} />;
  if (checked.kind === 'has_place') {
    const pupil = checked.place.brief;
    return (
      <>
        <BackLink href={back}>Options</BackLink>
        <PageHeading caption={`${pupil.firstName} ${pupil.lastName}, ${checked.place.referralReference}`}>A second place cannot be proposed</PageHeading>
        <AlreadyPlaced already={checked.already} firstName={pupil.firstName} placementsHref={`/${authority}/officer/placements`} />
      </>
    );
  }
  const { place, option, firstOn, lateSchoolDays, dueOn } = checked.view;
  const { brief } = place;
  const today = page.clock.today;
  const change = (what: string) => ({ href: back, what });
  const late = lateSchoolDays === 0 ? null : `starts ${lateSchoolDays} ${lateSchoolDays === 1 ? 'school day' : 'school days'} after it is due`;
  return (
    <>
      <BackLink href={back}>Options</BackLink>
      <PageHeading caption={`${brief.firstName} ${brief.lastName}, ${place.referralReference}`}>Check before placing</PageHeading>
      <SideColumns label="Pupil" stays side={<PupilSide pupil={brief} pupilHref={`/${authority}/officer/pupils/${brief.pupilId}`} today={today} />}>
        {checked.view.leavesRestOpen ? (
          <Notice kind="warning" title="This place is part-time, and the pupil is owed full-time education">
            <p>{brief.firstName} stays among the pupils waiting until the rest of the week is arranged.</p>
          </Notice>
        ) : null}
        <SummaryList rows={[
          { label: 'Site', value: <><strong>{option.name}</strong>{option.specialism ? `, ${option.specialism.toLowerCase()}` : ''}</>, change: change('site') },
          { label: 'Dates', value: <>{weekdayDateWords(firstOn)} to {weekdayDateWords(place.wanted.lastOn)}{late && dueOn ? <><br /><strong>{late[0]?.toUpperCase() + late.slice(1)}</strong>, {weekdayDateWords(dueOn)}</> : null}</>, change: change('dates') },
          { label: 'Share and kind', value: `${shareInWords(place.wanted.shareTenths)}, ${(PLACE_KIND_WORDS[place.wanted.kind] ?? '').toLowerCase()}`, change: change('share or kind') },
          ...(option.overNumber.length === 0 ? [] : [{ label: 'Over the site\u2019s number', value: option.overNumber.map((line) => <p key={line}>{line}</p>) }]),
        ]} />
        <h2>What this changes</h2>
        <Effects effects={checked.view.effects} today={today} base={`/${authority}`} />
        <h3>Places at {option.name}, before this, {dateRangeWords(firstOn, place.wanted.lastOn)}</h3>
        <OccupancyStrip name={option.name} weeks={option.weeks} wanted={{ firstOn, lastOn: place.wanted.lastOn }} today={today} />
        <HappensNext siteName={option.name} replyBy={checked.view.replyBy} tellParentsBy={checked.view.tellParentsBy} lostNotice={checked.view.lostNotice} startTime={checked.view.startTime} firstOn={firstOn} today={today} />
        <h2>Why, and how {brief.firstName} gets there</h2>
        <ProposalForm
          action={propose} authority={authority} formKey={newFormKey()} siteName={option.name} firstName={brief.firstName} whySuits={checked.view.whySuits}
          lateWords={late} backHref={back}
          hidden={{
            referralId: referral, referralVersion: checked.view.referralVersion, siteId: option.siteId, placeKind: place.wanted.kind, firstOn,
            lastOn: place.wanted.lastOn, shareTenths: place.wanted.shareTenths, seen: checked.view.seen,
          }}
        />
      </SideColumns>
    </>
  );
}
