import { EndMarkerForm, MarkerForm } from '@/components/placing/marker-forms';
import { BackLink } from '@/components/ui/back-link';
import { PageHeading } from '@/components/ui/page-heading';
import { markerView } from '@/lib/placements/queries/marker-view';
import { recordOpening } from '@/lib/server/audit';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';
import { pageNotFound } from '@/lib/server/page-not-found';
import { newFormKey } from '@/lib/server/random';
import { type Asked, askedText } from '../../../address';
import { end, mark } from './actions';

export const generateMetadata = titled('/[authority]/officer/pupils/[pupil]/marker', 'Marker');

type Props = { params: Promise<{ authority: string; pupil: string }>; searchParams: Promise<Asked> };

/** Adds a marker to a pupil, or ends the one that the address names. */
export default async function MarkerPage({ params, searchParams }: Props) {
  const { authority, pupil } = await params;
  const asked = askedText(await searchParams, 'end');
  const page = await openPage('/[authority]/officer/pupils/[pupil]/marker', authority);
  const view = await page.read((tx) => markerView(tx, pupil));
  const ending = view.standing.find((one) => one.id === asked);
  if (asked !== '' && !ending) pageNotFound();
  await recordOpening(page.caller, { act: 'pupil.opened', subjectKind: 'pupil', subjectId: view.pupilId, pupilId: view.pupilId });
  const back = `/${authority}/officer/pupils/${view.pupilId}`;
  const about = { authority, formKey: newFormKey(), pupilId: view.pupilId, today: page.clock.today, back };
  return (
    <>
      <BackLink href={back}>{view.name}</BackLink>
      <PageHeading
        caption={`${view.name}, ${view.reference}`}
        lead={ending ? `${ending.words}: ${ending.reason}` : 'A marker keeps a site from being offered. Only officers and the site read its reason.'}
      >
        {ending ? 'End a marker' : 'Add a marker'}
      </PageHeading>
      {ending ? <EndMarkerForm {...about} action={end} marker={ending} /> : <MarkerForm {...about} action={mark} sites={view.sites} />}
    </>
  );
}
