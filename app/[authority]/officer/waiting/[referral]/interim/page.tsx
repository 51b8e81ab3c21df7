import { ActionForm } from '@/components/forms/action-form';
import { FormDate, FormRadios, FormText, FormTextArea } from '@/components/forms/bound-fields';
import { HomeAuthorityPlaces } from '@/components/placing/home-authority-places';
import { datePartsOf } from '@/components/ui/date-field';
import { dateRangeWords } from '@/components/ui/date-words';
import { addressWith, oneValue, type Params } from '@/components/waiting/address';
import { InterimList } from '@/components/waiting/interim-list';
import { RequestHeading } from '@/components/waiting/request-heading';
import { waitingPupil } from '@/lib/placements/queries/waiting-pupil';
import { recordOpening } from '@/lib/server/audit';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';
import { pageNotFound } from '@/lib/server/page-not-found';
import { newFormKey } from '@/lib/server/random';
import { addInterim, stopInterim } from './actions';

export const generateMetadata = titled('/[authority]/officer/waiting/[referral]/interim', 'Interim education');

type Props = { params: Promise<{ authority: string; referral: string }>; searchParams: Promise<Params> };

/** Tuition or online education until full-time education starts. The pupil stays on the list. */
export default async function InterimPage({ params, searchParams }: Props) {
  const { authority, referral: id } = await params;
  const page = await openPage('/[authority]/officer/waiting/[referral]/interim', authority);
  const view = await page.read((tx) => waitingPupil(tx, id));
  if (view.referral.state === 'closed') pageNotFound();
  await recordOpening(page.caller, { act: 'pupil.opened', subjectKind: 'referral', subjectId: view.referral.id, pupilId: view.pupil.id });
  const officer = `/${page.authority.slug}/officer`;
  const here = `${officer}/waiting/${view.referral.id}`;
  const asked = await searchParams;
  const ending = view.interim.find((one) => one.id === oneValue(asked, 'end') && one.ended_on === null);
  const heading = (title: string) => (
    <RequestHeading backHref={here} back={view.row.pupilName} title={title} pupilName={view.row.pupilName} bornOn={view.pupil.born_on} yearGroup={view.pupil.year_group} schoolName={view.row.schoolName} />
  );
  if (ending) {
    return (
      <>
        {heading(`End ${ending.provider_name}`)}
        <p className="fp-waiting__text">Planned {dateRangeWords(ending.first_on, ending.last_on)}, {ending.hours_per_week} hours a week.</p>
        <ActionForm
          action={stopInterim} authority={page.authority.slug} formKey={newFormKey()} hidden={{ interimId: ending.id, version: ending.version }}
          submit="End this education" beside={<a href={`${here}/interim`}>Cancel</a>}
        >
          <FormDate name="endedOn" label="Last day of the education" defaultValue={datePartsOf(page.clock.today)} />
        </ActionForm>
      </>
    );
  }
  const endHref = (interimId: string) => addressWith(`${here}/interim`, { end: interimId });
  if (view.homeAuthority !== null) {
    return (
      <>
        {heading('Interim education')}
        <HomeAuthorityPlaces homeAuthority={view.homeAuthority} firstName={view.pupil.first_name} tasksHref={`${officer}/tasks`} correctHref={`${officer}/pupils/${view.pupil.id}/correct`} />
        {view.interim.length === 0 ? null : <section className="fp-part" aria-labelledby="arranged"><h2 id="arranged">Arranged before</h2><InterimList interim={view.interim} endHref={endHref} /></section>}
      </>
    );
  }
  return (
    <>
      {heading('Interim education')}
      <p className="fp-waiting__text">It does not end the wait: the clock runs until full-time education starts, and {view.pupil.first_name} stays on the list.</p>
      <InterimList interim={view.interim} endHref={endHref} />
      <h2>Add education</h2>
      <ActionForm
        action={addInterim} authority={page.authority.slug} formKey={newFormKey()} hidden={{ referralId: view.referral.id, referralVersion: view.referral.version }}
        submit="Record the education" beside={<a href={here}>Cancel</a>}
      >
        <FormRadios name="kind" label="Kind" inline options={[{ value: 'tuition', text: 'Tuition' }, { value: 'online', text: 'Online' }]} />
        <FormText name="providerName" label="Provider" autoComplete="off" />
        <FormText name="hoursPerWeek" label="Hours a week" hint="25 is full time unless the agreement says otherwise" width={4} inputMode="decimal" suffix="hours" autoComplete="off" />
        <FormDate name="firstOn" label="First day" defaultValue={datePartsOf(page.clock.today)} />
        <FormDate name="lastOn" label="Last day" hint="It can be ended sooner, for example 27 3 2026" />
        <FormTextArea name="reason" label="Why no full-time place has started" rows={2} />
      </ActionForm>
    </>
  );
}
