import { CorrectionForm } from '@/components/correcting/correction-form';
import { BackLink } from '@/components/ui/back-link';
import { PageHeading } from '@/components/ui/page-heading';
import { isId, oneValue, type Params } from '@/components/waiting/address';
import { correctionForm } from '@/lib/exclusions/queries/correction-form';
import { recordOpening } from '@/lib/server/audit';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';
import { pageNotFound } from '@/lib/server/page-not-found';
import { newFormKey } from '@/lib/server/random';
import { correctDetails, correctWithExclusion } from './actions';

export const generateMetadata = titled('/[authority]/officer/pupils/[pupil]/correct', 'Correct details');

type Props = { params: Promise<{ authority: string; pupil: string }>; searchParams: Promise<Params> };

/** Puts a slip right: the pupil's details, with the exclusion named in the address or the latest that stands. */
export default async function CorrectPage({ params, searchParams }: Props) {
  const { authority, pupil: id } = await params;
  const page = await openPage('/[authority]/officer/pupils/[pupil]/correct', authority);
  const exclusionId = oneValue(await searchParams, 'exclusion');
  if (!isId(id) || (exclusionId !== null && !isId(exclusionId))) pageNotFound();
  const { pupil, exclusion, ...offered } = await page.read((tx) => correctionForm(tx, id, exclusionId));
  await recordOpening(page.caller, { act: 'pupil.opened', subjectKind: 'pupil', subjectId: pupil.id, pupilId: pupil.id });
  const back = `/${authority}/officer/pupils/${pupil.id}`;
  const name = `${pupil.first_name} ${pupil.last_name}`;
  return (
    <>
      <BackLink href={back}>{name}</BackLink>
      <PageHeading caption={[name, exclusion?.reference].filter(Boolean).join(', ')} lead="For a slip in what was recorded. What stood before is kept, with your reason.">Correct details</PageHeading>
      <CorrectionForm action={exclusion ? correctWithExclusion : correctDetails} authority={authority} formKey={newFormKey()} cancelHref={back} pupil={pupil} exclusion={exclusion} {...offered} />
    </>
  );
}
