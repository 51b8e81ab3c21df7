import { ActionForm } from '@/components/forms/action-form';
import { FormTextArea } from '@/components/forms/bound-fields';
import { HomeAuthorityPlaces } from '@/components/placing/home-authority-places';
import { RequestHeading } from '@/components/waiting/request-heading';
import { waitingPupil } from '@/lib/placements/queries/waiting-pupil';
import { recordOpening } from '@/lib/server/audit';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';
import { pageNotFound } from '@/lib/server/page-not-found';
import { newFormKey } from '@/lib/server/random';
import { noteNoPlace } from './actions';

export const generateMetadata = titled('/[authority]/officer/waiting/[referral]/no-place', 'No place found');

type Props = { params: Promise<{ authority: string; referral: string }> };

/** Which sites were asked, what stopped each, and the next action. */
export default async function NoPlacePage({ params }: Props) {
  const { authority, referral: id } = await params;
  const page = await openPage('/[authority]/officer/waiting/[referral]/no-place', authority);
  const view = await page.read((tx) => waitingPupil(tx, id));
  if (!view.isOpen) pageNotFound();
  await recordOpening(page.caller, { act: 'pupil.opened', subjectKind: 'referral', subjectId: view.referral.id, pupilId: view.pupil.id });
  const officer = `/${page.authority.slug}/officer`;
  const here = `${officer}/waiting/${view.referral.id}`;
  const heading = <RequestHeading backHref={here} back={view.row.pupilName} title="No place found" pupilName={view.row.pupilName} bornOn={view.pupil.born_on} yearGroup={view.pupil.year_group} schoolName={view.row.schoolName} />;
  if (view.homeAuthority !== null) {
    return (
      <>
        {heading}
        <HomeAuthorityPlaces homeAuthority={view.homeAuthority} firstName={view.pupil.first_name} tasksHref={`${officer}/tasks`} correctHref={`${officer}/pupils/${view.pupil.id}/correct`} />
      </>
    );
  }
  return (
    <>
      {heading}
      <p className="fp-waiting__text">
        {view.pupil.first_name} stays on the list and the duty stays. Look first at <a href={`${here}/interim`}>interim education</a> and at{' '}
        <a href={`${here}/over-number`}>a place over number</a>.
      </p>
      <ActionForm
        action={noteNoPlace} authority={page.authority.slug} formKey={newFormKey()} hidden={{ referralId: view.referral.id, referralVersion: view.referral.version }}
        submit="Record that no place was found" beside={<a href={here}>Cancel</a>}
      >
        <FormTextArea name="note" label="Sites asked, and what stopped each" defaultValue={view.referral.no_place_note} rows={4} />
        <FormTextArea name="nextAction" label="Next action" hint="What, who and by when: it stands on the list" defaultValue={view.referral.next_action} rows={2} />
      </ActionForm>
    </>
  );
}
