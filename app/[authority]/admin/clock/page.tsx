import { ActionForm } from '@/components/forms/action-form';
import { FormDate } from '@/components/forms/bound-fields';
import { BackLink } from '@/components/ui/back-link';
import { datePartsOf } from '@/components/ui/date-field';
import { PageHeading } from '@/components/ui/page-heading';
import { weekdayDateInWords } from '@/lib/core/date-words';
import { demonstrationClock } from '@/lib/organisations/queries/demonstration-clock';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';
import { newFormKey } from '@/lib/server/random';
import { DoneNotice } from '../done-notice';
import { setDay } from './actions';

export const generateMetadata = titled('/[authority]/admin/clock', 'Day of the demonstration');

type Props = { params: Promise<{ authority: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ClockPage({ params, searchParams }: Props) {
  const { authority } = await params;
  const page = await openPage('/[authority]/admin/clock', authority);
  const clock = await page.read(demonstrationClock);
  const begins = datePartsOf(clock.beginsOn);
  return (
    <>
      <BackLink href={`/${authority}/admin`}>Administration</BackLink>
      <DoneNotice done={(await searchParams).done} />
      <PageHeading lead={`Every page of ${page.authority.name} takes ${weekdayDateInWords(clock.today)} as today, for everybody who is signed in.`}>Day of the demonstration</PageHeading>
      <ActionForm action={setDay} authority={authority} formKey={newFormKey()} submit="Set the day">
        <FormDate name="today" label="Day of the demonstration" defaultValue={datePartsOf(clock.today)} />
      </ActionForm>
      {clock.today === clock.beginsOn ? null : (
        <>
          <h2>Back to the beginning</h2>
          <p>What was recorded since stays on record, on the days it was recorded for.</p>
          <ActionForm
            action={setDay} authority={authority} formKey={newFormKey()} submitKind="secondary" submit={`Back to ${weekdayDateInWords(clock.beginsOn)}`}
            hidden={{ 'today-day': begins.day, 'today-month': begins.month, 'today-year': begins.year }}
          />
        </>
      )}
    </>
  );
}
