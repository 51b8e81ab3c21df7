import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { BackLink } from '@/components/ui/back-link';
import { PageHeading } from '@/components/ui/page-heading';
import { isId, oneValue, type Params } from '@/components/waiting/address';
import { ExclusionForm } from '@/components/waiting/exclusion-form';
import { PupilSearch } from '@/components/waiting/pupil-search';
import { RecordedPanel } from '@/components/waiting/recorded-panel';
import { entryForm } from '@/lib/exclusions/queries/entry-form';
import { recordedExclusion } from '@/lib/exclusions/queries/recorded-exclusion';
import { recordOpening } from '@/lib/server/audit';
import { openPage } from '@/lib/server/open-page';
import { newFormKey } from '@/lib/server/random';
import { recordAsSchool } from './actions';

export const metadata: Metadata = { title: 'Record an exclusion' };

type Props = { params: Promise<{ authority: string }>; searchParams: Promise<Params> };

/** A school records the exclusion of one of its own pupils; afterwards the clock and whom to tell. */
export default async function SchoolExclusionPage({ params, searchParams }: Props) {
  const page = await openPage('/[authority]/school/exclusions/new', (await params).authority);
  const asked = await searchParams;
  const school = `/${page.authority.slug}/school`;
  const path = `${school}/exclusions/new`;
  const recorded = oneValue(asked, 'recorded');
  const pupilId = oneValue(asked, 'pupil');
  if ([recorded, pupilId].some((id) => id !== null && !isId(id))) notFound();
  if (recorded !== null) {
    const view = await page.read((tx) => recordedExclusion(tx, recorded));
    await recordOpening(page.caller, { act: 'pupil.opened', subjectKind: 'exclusion', subjectId: recorded, pupilId: view.pupilId });
    return <RecordedPanel {...view} today={page.clock.today} links={[{ href: school, text: 'My places' }, { href: path, text: 'Record another exclusion' }]} />;
  }
  const find = oneValue(asked, 'find');
  const form = await page.read((tx) => entryForm(tx, { find, pupilId }));
  if (form.pupil) await recordOpening(page.caller, { act: 'pupil.opened', subjectKind: 'pupil', subjectId: form.pupil.id, pupilId: form.pupil.id });
  return (
    <>
      <BackLink href={school}>My places</BackLink>
      <PageHeading lead="The authority is told as soon as you save. Every field not marked optional is needed.">Record a permanent exclusion</PageHeading>
      {form.pupil ? null : <PupilSearch path={path} find={find} found={form.found} />}
      <ExclusionForm
        action={recordAsSchool} authority={page.authority.slug} formKey={newFormKey()} path={path} cancelHref={school} today={page.clock.today} mayBeElsewhere={false}
        pupil={form.pupil} pupilSchoolId={form.pupilSchoolId} schools={form.schools} authorities={form.authorities} ownCode={form.ownCode} reasons={form.reasons} needs={form.needs}
      />
    </>
  );
}
