import { BackLink } from '@/components/ui/back-link';
import { PageHeading } from '@/components/ui/page-heading';
import type { FormActionFunction } from '@/components/forms/action-form';
import { isId, oneValue, type Params } from '@/components/waiting/address';
import { ExclusionForm } from '@/components/waiting/exclusion-form';
import { ToldForm } from '@/components/waiting/notice-list';
import { PupilSearch } from '@/components/waiting/pupil-search';
import { RecordedPanel } from '@/components/waiting/recorded-panel';
import { entryForm } from '@/lib/exclusions/queries/entry-form';
import { recordedExclusion, type RecordedView } from '@/lib/exclusions/queries/recorded-exclusion';
import { recordOpening } from '@/lib/server/audit';
import type { OpenPage } from '@/lib/server/open-page';
import { pageNotFound } from '@/lib/server/page-not-found';
import { newFormKey } from '@/lib/server/random';

interface RecordPageProps {
  page: OpenPage;
  asked: Params;
  action: FormActionFunction;
  /** Ticks off who was told of the recorded exclusion. */
  tell: FormActionFunction;
  /** The page's own address. */
  path: string;
  back: { readonly href: string; readonly text: string };
  lead: string;
  /** True where an exclusion by a school of another authority may be recorded. */
  mayBeElsewhere: boolean;
  /** Where to go on from a recorded exclusion. */
  linksAfter: (view: RecordedView) => readonly { readonly href: string; readonly text: string }[];
}

/** The form of a permanent exclusion, for officers and for schools; afterwards the clock and whom to tell. */
export async function RecordExclusion({ page, asked, action, tell, path, back, lead, mayBeElsewhere, linksAfter }: RecordPageProps) {
  const recorded = oneValue(asked, 'recorded');
  const pupilId = oneValue(asked, 'pupil');
  if ([recorded, pupilId].some((id) => id !== null && !isId(id))) pageNotFound();
  if (recorded !== null) {
    const view = await page.read((tx) => recordedExclusion(tx, recorded));
    await recordOpening(page.caller, { act: 'pupil.opened', subjectKind: 'exclusion', subjectId: recorded, pupilId: view.pupilId });
    const toldForm = <ToldForm action={tell} authority={page.authority.slug} formKey={newFormKey()} exclusionId={view.exclusionId} notices={view.notices} today={page.clock.today} />;
    return <RecordedPanel {...view} today={page.clock.today} toldForm={toldForm} links={linksAfter(view)} />;
  }
  const find = oneValue(asked, 'find');
  const form = await page.read((tx) => entryForm(tx, { find, pupilId }));
  if (form.pupil) await recordOpening(page.caller, { act: 'pupil.opened', subjectKind: 'pupil', subjectId: form.pupil.id, pupilId: form.pupil.id });
  return (
    <>
      <BackLink href={back.href}>{back.text}</BackLink>
      <PageHeading lead={lead}>Record a permanent exclusion</PageHeading>
      {form.pupil ? null : <PupilSearch path={path} find={find} found={form.found} />}
      <ExclusionForm
        action={action} authority={page.authority.slug} formKey={newFormKey()} path={path} cancelHref={back.href} today={page.clock.today} mayBeElsewhere={mayBeElsewhere}
        pupil={form.pupil} pupilSchoolId={form.pupilSchoolId} schools={form.schools} authorities={form.authorities} ownCode={form.ownCode} reasons={form.reasons} needs={form.needs}
      />
    </>
  );
}
