import { ActionForm } from '@/components/forms/action-form';
import { FormDate, FormRadios, FormText, FormTextArea } from '@/components/forms/bound-fields';
import { datePartsOf } from '@/components/ui/date-field';
import { ReversedList } from '@/components/waiting/reversed-list';
import { RequestHeading } from '@/components/waiting/request-heading';
import { waitingPupil } from '@/lib/placements/queries/waiting-pupil';
import { recordOpening } from '@/lib/server/audit';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';
import { pageNotFound } from '@/lib/server/page-not-found';
import { newFormKey } from '@/lib/server/random';
import { decide, rescind } from './actions';

export const generateMetadata = titled('/[authority]/officer/waiting/[referral]/decision', 'Decision on the exclusion');

type Props = { params: Promise<{ authority: string; referral: string }> };

/** The governing board's decision, or the head's cancellation, with what each would undo. */
export default async function DecisionPage({ params }: Props) {
  const { authority, referral: id } = await params;
  const page = await openPage('/[authority]/officer/waiting/[referral]/decision', authority);
  const view = await page.read((tx) => waitingPupil(tx, id));
  const { exclusion } = view;
  if (!exclusion || exclusion.state === 'reinstated' || exclusion.state === 'cancelled') pageNotFound();
  await recordOpening(page.caller, { act: 'pupil.opened', subjectKind: 'referral', subjectId: view.referral.id, pupilId: view.pupil.id });
  const here = `/${page.authority.slug}/officer/waiting/${view.referral.id}`;
  const hidden = { exclusionId: exclusion.id, version: exclusion.version, referralId: view.referral.id };
  const isRecorded = exclusion.state === 'recorded';
  return (
    <>
      <RequestHeading backHref={here} back={view.row.pupilName} title="Decision on the exclusion" pupilName={view.row.pupilName} bornOn={view.pupil.born_on} yearGroup={view.pupil.year_group} schoolName={view.row.schoolName} />
      <ReversedList
        firstName={view.pupil.first_name}
        placements={view.placements} today={page.clock.today}
        interimRuns={view.interim.some((one) => one.ended_on === null && one.last_on > page.clock.today)}
      />
      <h2>The governing board decided</h2>
      <ActionForm action={decide} authority={page.authority.slug} formKey={newFormKey()} hidden={hidden} submit="Record the decision" beside={<a href={here}>Cancel</a>}>
        <FormRadios
          name="decision" label="What the governing board decided"
          options={[
            ...(isRecorded ? [{ value: 'upheld', text: 'Upheld: the pupil is not reinstated', hint: 'The place, the clock and the list stay as they are' }] : []),
            { value: 'reinstated', text: 'Reinstated', hint: 'Everything listed above ends in the same act; an independent review may lead to it as well' },
          ]}
        />
        <FormDate name="decidedOn" label="Date of the decision" defaultValue={datePartsOf(page.clock.today)} />
        <FormTextArea name="decisionNote" label="Note" optional rows={2} />
      </ActionForm>
      {isRecorded ? (
        <>
          <h2>The head cancels the exclusion</h2>
          <p className="fp-waiting__text">Possible until the governing board begins its meeting. Parents, the board, the authority, the social worker and the Virtual School Head are told in writing, with reasons.</p>
          <ActionForm action={rescind} authority={page.authority.slug} formKey={newFormKey()} hidden={hidden} submit="Record the cancellation" submitKind="warning">
            <FormDate name="cancelledOn" label="Date of the cancellation" defaultValue={datePartsOf(page.clock.today)} />
            <FormTextArea name="cancelReason" label="Why the head cancels" rows={2} />
            <FormRadios name="boardBegan" label="Has the governing board begun its meeting?" inline options={[{ value: 'no', text: 'No' }, { value: 'yes', text: 'Yes' }]} />
            <FormText
              name="otherSessionsOut" label="School days of other exclusions this school year" hint="In halves, for example 3.5. Above 45 with this one, it cannot be cancelled"
              optional width={4} inputMode="decimal" autoComplete="off"
            />
          </ActionForm>
        </>
      ) : null}
    </>
  );
}
