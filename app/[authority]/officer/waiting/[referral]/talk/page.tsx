import { ActionForm } from '@/components/forms/action-form';
import { FormDate, FormRadios, FormText, FormTextArea } from '@/components/forms/bound-fields';
import { datePartsOf } from '@/components/ui/date-field';
import { RequestHeading } from '@/components/waiting/request-heading';
import { waitingPupil } from '@/lib/placements/queries/waiting-pupil';
import { recordOpening } from '@/lib/server/audit';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';
import { pageNotFound } from '@/lib/server/page-not-found';
import { newFormKey } from '@/lib/server/random';
import { discuss } from './actions';

export const generateMetadata = titled('/[authority]/officer/waiting/[referral]/talk', 'Talking with school');

type Props = { params: Promise<{ authority: string; referral: string }> };

/** What was challenged, what was offered, and how it ended. The clock runs on. */
export default async function TalkPage({ params }: Props) {
  const { authority, referral: id } = await params;
  const page = await openPage('/[authority]/officer/waiting/[referral]/talk', authority);
  const view = await page.read((tx) => waitingPupil(tx, id));
  if (!view.exclusion || !view.isOpen) pageNotFound();
  await recordOpening(page.caller, { act: 'pupil.opened', subjectKind: 'referral', subjectId: view.referral.id, pupilId: view.pupil.id });
  const here = `/${page.authority.slug}/officer/waiting/${view.referral.id}`;
  return (
    <>
      <RequestHeading backHref={here} back={view.row.pupilName} title="Talking with school" pupilName={view.row.pupilName} bornOn={view.pupil.born_on} yearGroup={view.pupil.year_group} schoolName={view.row.schoolName} />
      <p className="fp-waiting__text">Nothing recorded here stops the clock: education is due on the same day whatever is said.</p>
      <ActionForm
        action={discuss} authority={page.authority.slug} formKey={newFormKey()} hidden={{ referralId: view.referral.id, referralVersion: view.referral.version }}
        submit="Record the talk" beside={<a href={here}>Cancel</a>}
      >
        <FormDate name="happenedOn" label="Date of the talk" defaultValue={datePartsOf(page.clock.today)} />
        <FormText name="withWhom" label="Who was spoken to" hint="Name and post" autoComplete="off" />
        <FormTextArea name="challenge" label="What was asked or challenged" rows={3} />
        <FormTextArea name="alternatives" label="Alternatives offered" hint="For example a managed move, an off-site direction, a preventative place" optional rows={3} />
        <FormRadios
          name="outcome" label="How it ended"
          options={[
            { value: 'goes_on', text: 'The exclusion goes on' },
            { value: 'being_reconsidered', text: 'The school reconsiders', hint: 'The list then says "Talking with school"' },
          ]}
        />
        <FormTextArea name="note" label="What was agreed, and by when" optional rows={2} />
      </ActionForm>
    </>
  );
}
