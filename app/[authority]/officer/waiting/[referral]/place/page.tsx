import { SideColumns } from '@/components/layout/columns';
import { AlreadyPlaced } from '@/components/placing/already-placed';
import { HomeAuthorityPlaces } from '@/components/placing/home-authority-places';
import { kindsOfPlace } from '@/components/placing/kind-words';
import { OptionList } from '@/components/placing/option-list';
import { NothingFits } from '@/components/placing/nothing-fits';
import { OverNumberNotice } from '@/components/placing/over-number-notice';
import { PupilSide } from '@/components/placing/pupil-side';
import { StoppedList } from '@/components/placing/stopped-list';
import { WantedForm } from '@/components/placing/wanted-form';
import { BackLink } from '@/components/ui/back-link';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { HiddenField } from '@/components/ui/hidden-field';
import { PageHeading } from '@/components/ui/page-heading';
import { authorisedOver } from '@/lib/placements/queries/authorised-over';
import { placeView } from '@/lib/placements/queries/place-view';
import { daysNotAuthorised } from '@/lib/placements/rules/authorised-days';
import { recordOpening } from '@/lib/server/audit';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';
import { addressOf, type Asked, askedDate, askedParts, askedText } from '../../../address';

export const generateMetadata = titled('/[authority]/officer/waiting/[referral]/place', 'Place a pupil');

type Props = { params: Promise<{ authority: string; referral: string }>; searchParams: Promise<Asked> };

export default async function PlacePage({ params, searchParams }: Props) {
  const { authority, referral } = await params;
  const asked = await searchParams;
  const page = await openPage('/[authority]/officer/waiting/[referral]/place', authority);
  const { view, authorised } = await page.read(async (tx) => {
    const found = await placeView(tx, referral, { from: askedDate(asked, 'from'), to: askedDate(asked, 'to'), share: askedText(asked, 'share'), kind: askedText(asked, 'kind') });
    const over = { slug: askedText(asked, 'over-number'), kind: askedText(asked, 'over-kind'), from: askedText(asked, 'over-from'), to: askedText(asked, 'over-to') };
    return found && { view: found, authorised: await authorisedOver(tx, over) };
  });
  await recordOpening(page.caller, { act: 'pupil.opened', subjectKind: 'pupil', subjectId: view.brief.pupilId, pupilId: view.brief.pupilId });
  const base = `/${authority}`;
  const here = `${base}/officer/waiting/${referral}/place`;
  const { brief, wanted, problems, options, stopped } = view;
  const today = page.clock.today;
  const chosen = askedText(asked, 'site');
  const notChosen = askedText(asked, 'missing') === 'site';
  const errors = [...problems.map((one) => ({ field: one.field ?? undefined, message: one.message })), ...(notChosen ? [{ field: 'site', message: 'Choose a site' }] : [])];
  if (view.homeAuthority !== null) {
    return (
      <>
        <BackLink href={`${base}/officer`}>Pupils waiting</BackLink>
        <PageHeading caption={`${brief.firstName} ${brief.lastName}, ${view.referralReference}`}>Place a pupil</PageHeading>
        <HomeAuthorityPlaces homeAuthority={view.homeAuthority} firstName={brief.firstName} tasksHref={`${base}/officer/tasks`} correctHref={`${base}/officer/pupils/${brief.pupilId}/correct`} />
      </>
    );
  }
  const missing = authorised && daysNotAuthorised(wanted, authorised);
  const kindWords = kindsOfPlace(wanted.kind).toLowerCase();
  return (
    <>
      <BackLink href={`${base}/officer`}>Pupils waiting</BackLink>
      <ErrorSummary errors={errors} />
      <PageHeading caption={`${brief.firstName} ${brief.lastName}, ${view.referralReference}`}>Place a pupil</PageHeading>
      <SideColumns label="Pupil and place wanted" stays side={
        <PupilSide pupil={brief} pupilHref={`${base}/officer/pupils/${brief.pupilId}`} today={today}>
          <WantedForm
            action={here} from={askedParts(asked, 'from', wanted.firstOn)} to={askedParts(asked, 'to', wanted.lastOn)} endReason={wanted.endReason}
            shareTenths={wanted.shareTenths} kind={wanted.kind} problems={problems}
          />
        </PupilSide>
      }>
        {authorised ? (
          <OverNumberNotice
            authorised={authorised} wanted={wanted} startOn={options.find((one) => one.slug === authorised.slug)?.startOn ?? null}
            narrowedHref={addressOf(here, {
              from: authorised.firstOn, to: authorised.lastOn, share: wanted.shareTenths, kind: authorised.kind, site: authorised.slug,
              'over-number': authorised.slug, 'over-kind': authorised.kind, 'over-from': authorised.firstOn, 'over-to': authorised.lastOn,
            })}
            moreHref={missing && addressOf(`${base}/officer/waiting/${referral}/over-number`, {
              from: wanted.firstOn, to: wanted.lastOn, share: wanted.shareTenths, kind: wanted.kind, first: missing.firstOn, last: missing.lastOn,
            })}
          />
        ) : null}
        <AlreadyPlaced already={view.already} firstName={brief.firstName} placementsHref={`${base}/officer/placements`} />
        {options.length > 0 && !view.isBlocked ? (
          <form action={`${here}/check`} method="get">
            <h2>{options.length === 1 ? '1 site fits' : `${options.length} sites fit`}, most suitable first</h2>
            <HiddenField name="from" value={wanted.firstOn} />
            <HiddenField name="to" value={wanted.lastOn} />
            <HiddenField name="share" value={wanted.shareTenths} />
            <HiddenField name="kind" value={wanted.kind} />
            <OptionList legend="Site" options={options} chosen={chosen || (options.length === 1 ? options[0]?.slug : undefined)} wanted={wanted}
              kindWords={kindWords} today={today} error={notChosen ? 'Choose a site' : undefined} />
            <div className="fp-actions"><Button>Continue</Button></div>
          </form>
        ) : null}
        {options.length === 0 && problems.length === 0 && !view.isBlocked ? <NothingFits firstName={brief.firstName} base={`${base}/officer/waiting/${referral}`} wanted={wanted} /> : null}
        {stopped.length > 0 && !view.isBlocked ? (
          <section aria-labelledby="stopped">
            <h2 id="stopped">{stopped.length === 1 ? '1 site cannot be chosen' : `${stopped.length} sites cannot be chosen`}</h2>
            <StoppedList sites={stopped} today={today} />
            {options.length > 0 && !view.isBlocked ? <NothingFits firstName={brief.firstName} base={`${base}/officer/waiting/${referral}`} wanted={wanted} aside /> : null}
          </section>
        ) : null}
      </SideColumns>
    </>
  );
}
