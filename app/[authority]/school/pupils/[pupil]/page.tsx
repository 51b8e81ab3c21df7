import type { Metadata } from 'next';
import { PupilRecord } from '@/components/school/pupil-record';
import { BackLink } from '@/components/ui/back-link';
import { PageHeading } from '@/components/ui/page-heading';
import { schoolPupil } from '@/lib/placements/queries/school-pupil';
import { recordOpening } from '@/lib/server/audit';
import { openPage } from '@/lib/server/open-page';

export const metadata: Metadata = { title: 'Pupil' };

type Props = { params: Promise<{ authority: string; pupil: string }> };

/** One's own pupil, while on the school's roll. Each opening is recorded. */
export default async function SchoolPupilPage({ params }: Props) {
  const { authority, pupil: id } = await params;
  const page = await openPage('/[authority]/school/pupils/[pupil]', authority);
  const pupil = await page.read((tx) => schoolPupil(tx, id));
  await recordOpening(page.caller, { act: 'pupil.opened', subjectKind: 'pupil', subjectId: pupil.id, pupilId: pupil.id });
  return (
    <>
      <BackLink href={`/${page.authority.slug}/school`}>Back to my places</BackLink>
      <PageHeading caption={`${pupil.schoolName}, Year ${pupil.yearGroup}`} lead="Opening this record has been noted in the access log.">{pupil.name}</PageHeading>
      <PupilRecord pupil={pupil} />
    </>
  );
}
