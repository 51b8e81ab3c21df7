import { CorrectionForm } from '@/components/correcting/correction-form';
import { BackLink } from '@/components/ui/back-link';
import { PageHeading } from '@/components/ui/page-heading';
import { isId } from '@/components/waiting/address';
import { correctionForm } from '@/lib/exclusions/queries/correction-form';
import { recordOpening } from '@/lib/server/audit';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';
import { pageNotFound } from '@/lib/server/page-not-found';
import { newFormKey } from '@/lib/server/random';
import { correctAsSchool } from './actions';

export const generateMetadata = titled('/[authority]/school/pupils/[pupil]/correct', 'Correct details');

type Props = { params: Promise<{ authority: string; pupil: string }> };

/** A school puts right what it recorded itself. */
export default async function SchoolCorrectPage({ params }: Props) {
  const { authority, pupil: id } = await params;
  const page = await openPage('/[authority]/school/pupils/[pupil]/correct', authority);
  if (!isId(id)) pageNotFound();
  const { pupil, exclusion, ...offered } = await page.read((tx) => correctionForm(tx, id, null));
  await recordOpening(page.caller, { act: 'pupil.opened', subjectKind: 'pupil', subjectId: pupil.id, pupilId: pupil.id });
  const back = `/${authority}/school/pupils/${pupil.id}`;
  const name = `${pupil.first_name} ${pupil.last_name}`;
  return (
    <>
      <BackLink href={back}>{name}</BackLink>
      <PageHeading caption={[name, exclusion?.reference].filter(Boolean).join(', ')} lead="For a slip in what the school recorded. What stood before is kept, with your reason, and the authority sees both.">Correct details</PageHeading>
      <CorrectionForm action={correctAsSchool} authority={authority} formKey={newFormKey()} cancelHref={back} pupil={pupil} exclusion={exclusion} {...offered} />
    </>
  );
}
