import type { Metadata } from 'next';
import { ActionForm } from '@/components/forms/action-form';
import { FormDate, FormRadios, FormSelect, FormText, FormTextArea } from '@/components/forms/bound-fields';
import { BackLink } from '@/components/ui/back-link';
import { datePartsOf } from '@/components/ui/date-field';
import { PageHeading } from '@/components/ui/page-heading';
import { markerView } from '@/lib/placements/queries/marker-view';
import { recordOpening } from '@/lib/server/audit';
import { openPage } from '@/lib/server/open-page';
import { newFormKey } from '@/lib/server/random';
import { mark } from './actions';

export const metadata: Metadata = { title: 'Add a marker' };

type Props = { params: Promise<{ authority: string; pupil: string }> };

export default async function MarkerPage({ params }: Props) {
  const { authority, pupil } = await params;
  const page = await openPage('/[authority]/officer/pupils/[pupil]/marker', authority);
  const view = await page.read((tx) => markerView(tx, pupil));
  await recordOpening(page.caller, { act: 'pupil.opened', subjectKind: 'pupil', subjectId: view.pupilId, pupilId: view.pupilId });
  const back = `/${authority}/officer/pupils/${view.pupilId}`;
  return (
    <>
      <BackLink href={back}>{view.name}</BackLink>
      <PageHeading caption={`${view.name}, ${view.reference}`} lead="A marker keeps a site from being offered. Only officers and the site read its reason.">Add a marker</PageHeading>
      <ActionForm action={mark} authority={authority} formKey={newFormKey()} hidden={{ pupilId: view.pupilId }} submit="Add the marker" beside={<a href={back}>Cancel</a>}>
        <FormRadios name="kind" label="Kind of marker" options={[
          { value: 'not_with', text: 'Not with a certain pupil', hint: 'The two never hold a place at one site at once. It stands on both.' },
          { value: 'not_at', text: 'Not at a certain site' },
        ]} />
        <FormText name="otherReference" label="Reference of the other pupil" hint="For not with; as on the pupil's page, for example RP0912" width={10} optional />
        <FormSelect name="siteId" label="Site" emptyText="For not at: choose a site" options={view.sites.map(({ id, name }) => ({ value: id, text: name }))} optional />
        <FormTextArea name="reason" label="Why" rows={3} />
        <FormDate name="firstOn" label="First day" defaultValue={datePartsOf(page.clock.today)} />
        <FormDate name="lastOn" label="Last day" hint="Empty when no end is known" optional />
      </ActionForm>
    </>
  );
}
