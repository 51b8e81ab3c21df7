import { PupilRecord } from '@/components/school/pupil-record';
import { BackLink } from '@/components/ui/back-link';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { oneValue, type Params } from '@/components/waiting/address';
import { schoolPupil } from '@/lib/placements/queries/school-pupil';
import { recordOpening } from '@/lib/server/audit';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';

export const generateMetadata = titled('/[authority]/school/pupils/[pupil]', 'Pupil');

type Props = { params: Promise<{ authority: string; pupil: string }>; searchParams: Promise<Params> };

/** One's own pupil, while on the school's roll. Each opening is recorded. */
export default async function SchoolPupilPage({ params, searchParams }: Props) {
  const { authority, pupil: id } = await params;
  const page = await openPage('/[authority]/school/pupils/[pupil]', authority);
  const pupil = await page.read((tx) => schoolPupil(tx, id));
  await recordOpening(page.caller, { act: 'pupil.opened', subjectKind: 'pupil', subjectId: pupil.id, pupilId: pupil.id });
  return (
    <>
      <BackLink href={`/${page.authority.slug}/school`}>Back to my places</BackLink>
      <PageHeading caption={`${pupil.schoolName}, Year ${pupil.yearGroup}`} lead="Opening this record has been noted in the access log.">{pupil.name}</PageHeading>
      {oneValue(await searchParams, 'done') === 'corrected' ? <Notice kind="success" title="Details corrected"><p>What stood before is kept, with the reason.</p></Notice> : null}
      <PupilRecord pupil={pupil} correctHref={pupil.mayCorrect ? `/${page.authority.slug}/school/pupils/${pupil.id}/correct` : null} />
    </>
  );
}
