import { SideColumns } from '@/components/layout/columns';
import { kindsOfPlace } from '@/components/placing/kind-words';
import { OptionList } from '@/components/placing/option-list';
import { NothingFits } from '@/components/placing/nothing-fits';
import { PupilSide } from '@/components/placing/pupil-side';
import { StoppedList } from '@/components/placing/stopped-list';
import { WantedForm } from '@/components/placing/wanted-form';
import { BackLink } from '@/components/ui/back-link';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { HiddenField } from '@/components/ui/hidden-field';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { placeView } from '@/lib/placements/queries/place-view';
import { recordOpening } from '@/lib/server/audit';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';
import { type Asked, askedDate, askedParts, askedText } from '../../../address';

export const generateMetadata = titled('/[authority]/officer/waiting/[referral]/place', 'Place a pupil');

type Props = { params: Promise<{ authority: string; referral: string }>; searchParams: Promise<Asked> };

export default async function PlacePage({ params, searchParams }: Props) {
  const { authority, referral } = await params;
  const asked = await searchParams;
  const page = await openPage('/[authority]/officer/waiting/[referral]/place', authority);
  const view = await page.read((tx) => placeView(tx, referral, {
    from: askedDate(asked, 'from'), to: askedDate(asked, 'to'), share: askedText(asked, 'share'), kind: askedText(asked, 'kind'),
  }));
  await recordOpening(page.caller, { act: 'pupil.opened', subjectKind: 'pupil', subjectId: view.brief.pupilId, pupilId: view.brief.pupilId });
  const base = `/${authority}`;
  const here = `${base}/officer/waiting/${referral}/place`;
  const { brief, wanted, problems, options, stopped } = view;
  const today = page.clock.today;
  const chosen = askedText(asked, 'site');
  const notChosen = askedText(asked, 'missing') === 'site';
  const errors = [...problems.map((one) => ({ field: one.field ?? undefined, message: one.message })), ...(notChosen ? [{ field: 'site', message: 'Choose a site' }] : [])];
  const overNumber = options.find((one) => one.slug === askedText(asked, 'over-number'));
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
        {overNumber ? <Notice kind="success" title={`${overNumber.name} now has a place over number in these days`}>It is chosen below; continue to check and propose.</Notice> : null}
        {view.already.map((one) => (
          <Notice key={one.placementId} kind="warning" title={`${brief.firstName} already has a place in these days`}
            action={<a href={`${base}/officer/placements/${one.placementId}`}>Open the placement</a>}>
            {one.words}. A pupil never has more than one whole place on a day: change or end that placement, or take a smaller share.
          </Notice>
        ))}
        {options.length > 0 ? (
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
        {options.length === 0 && problems.length === 0 ? <NothingFits firstName={brief.firstName} base={`${base}/officer/waiting/${referral}`} wanted={wanted} /> : null}
        {stopped.length > 0 ? (
          <section aria-labelledby="stopped">
            <h2 id="stopped">{stopped.length === 1 ? '1 site cannot be chosen' : `${stopped.length} sites cannot be chosen`}</h2>
            <StoppedList sites={stopped} today={today} />
            {options.length > 0 ? <NothingFits firstName={brief.firstName} base={`${base}/officer/waiting/${referral}`} wanted={wanted} aside /> : null}
          </section>
        ) : null}
      </SideColumns>
    </>
  );
}
