import { CalendarForm } from '@/components/admin/calendar-form';
import { BackLink } from '@/components/ui/back-link';
import { DataTable } from '@/components/ui/data-table';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { calendarView } from '@/lib/calendars/queries/calendar-pages';
import { dateInWords } from '@/lib/core/date-words';
import { schoolChoices } from '@/lib/organisations/queries/partnerships';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';
import { newFormKey } from '@/lib/server/random';
import { DoneNotice } from '../../done-notice';
import { save } from '../actions';

export const generateMetadata = titled('/[authority]/admin/calendars/[calendar]', 'Calendar');

type Props = { params: Promise<{ authority: string; calendar: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function CalendarPage({ params, searchParams }: Props) {
  const { authority, calendar: id } = await params;
  const page = await openPage('/[authority]/admin/calendars/[calendar]', authority);
  const { view, schools } = await page.read(async (tx) => {
    const found = await calendarView(tx, id);
    return found && { view: found, schools: await schoolChoices(tx) };
  });
  const { year, days, daysByTerm, isUsual } = view;
  return (
    <>
      <BackLink href={`/${authority}/admin/calendars`}>Calendars</BackLink>
      <DoneNotice done={(await searchParams).done} />
      <PageHeading caption={`Calendar of ${year.academicYear}, version ${year.version}`} lead={`${days} pupil days. Saving raises the version, and every clock that counts on it follows.`}>{year.name}</PageHeading>
      {isUsual ? null : <Notice kind="warning" title={`${days} pupil days, where about 190 are usual`}>Check the terms and closed days.</Notice>}
      <DataTable
        caption="Pupil days by term" rows={year.terms.map((term, index) => ({ ...term, days: daysByTerm[index] ?? 0 }))} rowKey={(term) => term.firstOn} dense
        empty={<p>There is no term yet, so no day of this year is a school day.</p>} foot={{ name: 'The year', days }}
        columns={[
          { key: 'name', header: 'Term', rowHeader: true, cell: (term) => term.name },
          { key: 'days', header: 'Pupil days', numeric: true, cell: (term) => term.days },
          { key: 'dates', header: 'Dates', cell: (term) => `${dateInWords(term.firstOn)} to ${dateInWords(term.lastOn)}` },
        ]}
      />
      <h2>Change the calendar</h2>
      <CalendarForm action={save} authority={authority} formKey={newFormKey()} year={year} users={view.users} schools={schools} sites={view.sites} cancelHref={`/${authority}/admin/calendars`} />
    </>
  );
}
