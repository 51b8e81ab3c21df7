import { ActionForm } from '@/components/forms/action-form';
import { FormCheckboxes, FormSelect, FormText } from '@/components/forms/bound-fields';
import { BackLink } from '@/components/ui/back-link';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeading } from '@/components/ui/page-heading';
import { Tag } from '@/components/ui/tag';
import { calendarList } from '@/lib/calendars/queries/calendar-pages';
import { dateInWords } from '@/lib/core/date-words';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';
import { newFormKey } from '@/lib/server/random';
import { create } from './actions';

export const generateMetadata = titled('/[authority]/admin/calendars', 'Calendars');

type Props = { params: Promise<{ authority: string }> };

export default async function CalendarsPage({ params }: Props) {
  const { authority } = await params;
  const page = await openPage('/[authority]/admin/calendars', authority);
  const { lines, bankHolidaysKnownTo, academicYears } = await page.read(calendarList);
  const home = `/${authority}/admin/calendars`;
  return (
    <>
      <BackLink href={`/${authority}/admin`}>Administration</BackLink>
      <PageHeading lead={`Every clock counts on these. Bank holidays are known to ${dateInWords(bankHolidaysKnownTo)}; nothing is counted after that day.`}>Calendars</PageHeading>
      <DataTable
        caption="Calendar years" captionHidden rows={lines} rowKey={(line) => line.year.id} dense
        empty={<EmptyState title="Calendars">There is no calendar yet, so no clock can be counted. Add the authority&rsquo;s calendar of this year below.</EmptyState>}
        columns={[
          { key: 'name', header: 'Calendar', rowHeader: true, cell: (line) => <a href={`${home}/${line.year.id}`}>{line.year.name}</a> },
          { key: 'year', header: 'Year', cell: (line) => line.year.academicYear },
          { key: 'whose', header: 'Used by', cell: (line) => (line.year.isDefault ? 'The authority, and schools without their own' : line.users.map((user) => user.name).join(', ') || 'Nobody yet') },
          { key: 'terms', header: 'Terms', numeric: true, cell: (line) => line.year.terms.length },
          { key: 'days', header: 'Pupil days', numeric: true, cell: (line) => (line.isUsual ? line.days : <Tag tone="due">{`${line.days}, about 190 are usual`}</Tag>) },
          { key: 'version', header: 'Version', numeric: true, cell: (line) => line.year.version },
          { key: 'label', header: 'Note', cell: (line) => line.year.label },
        ]}
      />
      <ActionForm fold={{ summary: "Add a calendar" }} action={create} authority={authority} formKey={newFormKey()} submit="Add the calendar">
          <FormText name="name" label="Name" />
          <FormSelect name="academicYear" label="Academic year" options={academicYears.map((year) => ({ value: year, text: year }))} />
          <FormSelect name="copyFrom" label="Begin with the dates of" emptyText="No dates" options={lines.map((line) => ({ value: line.year.id, text: `${line.year.name}, ${line.year.academicYear}` }))} />
          <FormCheckboxes name="isDefault" label="Whose it is" options={[{ value: 'yes', text: 'The authority\u2019s calendar of that year', hint: 'Left empty for a school or site of its own, chosen on the next page' }]} />
        </ActionForm>
    </>
  );
}
