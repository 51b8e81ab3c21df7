import { BackLink } from '@/components/ui/back-link';
import { PageHeading } from '@/components/ui/page-heading';
import { isId, oneValue, type Params } from '@/components/waiting/address';
import { PupilSearch } from '@/components/waiting/pupil-search';
import { ReferralForm } from '@/components/waiting/referral-form';
import { entryForm } from '@/lib/exclusions/queries/entry-form';
import { recordOpening } from '@/lib/server/audit';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';
import { pageNotFound } from '@/lib/server/page-not-found';
import { newFormKey } from '@/lib/server/random';
import { record } from '../actions';

export const generateMetadata = titled('/[authority]/officer/referrals/new', 'Record another request');

type Props = { params: Promise<{ authority: string }>; searchParams: Promise<Params> };

/** A request for a place by a route that has no legal clock. */
export default async function RecordReferralPage({ params, searchParams }: Props) {
  const page = await openPage('/[authority]/officer/referrals/new', (await params).authority);
  const asked = await searchParams;
  const officer = `/${page.authority.slug}/officer`;
  const path = `${officer}/referrals/new`;
  const pupilId = oneValue(asked, 'pupil');
  if (pupilId !== null && !isId(pupilId)) pageNotFound();
  const find = oneValue(asked, 'find');
  const form = await page.read((tx) => entryForm(tx, { find, pupilId }));
  if (form.pupil) await recordOpening(page.caller, { act: 'pupil.opened', subjectKind: 'pupil', subjectId: form.pupil.id, pupilId: form.pupil.id });
  return (
    <>
      <BackLink href={officer}>Pupils waiting</BackLink>
      <PageHeading
        lead={<>Preventative places, Fair Access, EHC plans, medical needs and short breaks. A permanent exclusion has <a href={`${officer}/exclusions/new`}>a page of its own</a>.</>}
      >
        Record another request
      </PageHeading>
      {form.pupil ? null : <PupilSearch path={path} find={find} found={form.found} />}
      <ReferralForm
        action={record} authority={page.authority.slug} formKey={newFormKey()} path={path} cancelHref={officer} today={page.clock.today}
        pupil={form.pupil} pupilSchoolId={form.pupilSchoolId} schools={form.schools} authorities={form.authorities} ownCode={form.ownCode} needs={form.needs}
      />
    </>
  );
}
