import type { CalendarDate } from '@/lib/core/calendar-date';
import { dateInWords } from '@/lib/core/date-words';
import { ActionForm, type FormActionFunction } from '@/components/forms/action-form';
import { FormCheckboxes, FormDate, FormSelect, FormText } from '@/components/forms/bound-fields';
import { datePartsOf } from '@/components/ui/date-field';
import type { SelectOption } from '@/components/ui/select-field';

interface CalendarFormProps {
  action: FormActionFunction;
  authority: string;
  formKey: string;
  year: {
    readonly id: string; readonly name: string; readonly label: string; readonly version: number; readonly isDefault: boolean;
    readonly terms: readonly { readonly name: string; readonly partOf?: string | undefined; readonly firstOn: CalendarDate; readonly lastOn: CalendarDate }[];
    readonly closedDays: readonly { readonly kind: string; readonly firstOn: CalendarDate; readonly lastOn: CalendarDate; readonly reason: string }[];
  };
  users: readonly { readonly value: string; readonly name: string }[];
  schools: readonly SelectOption[];
  sites: readonly SelectOption[];
  cancelHref: string;
}

const SPARE_TERMS = 1;
const SPARE_CLOSED = 3;
const KINDS = [{ value: 'inset', text: 'INSET day' }, { value: 'closure', text: 'Closed to all pupils' }];

/** The whole of a calendar year in one form: terms, INSET and closed days, and who uses it. An emptied row is taken away. */
export function CalendarForm({ action, authority, formKey, year, users, schools, sites, cancelHref }: CalendarFormProps) {
  const termRows = Math.min(12, year.terms.length + SPARE_TERMS);
  const closedRows = Math.min(80, year.closedDays.length + SPARE_CLOSED);
  return (
    <ActionForm action={action} authority={authority} formKey={formKey} hidden={{ calendarId: year.id, version: year.version, termRows, closedRows }} submit="Save the calendar" beside={<a href={cancelHref}>Cancel</a>}>
      <FormText name="name" label="Name" defaultValue={year.name} width="full" />
      <FormText name="label" label="Note" optional defaultValue={year.label} width="full" />
      <h2>Terms</h2>
      <p>Enter halves of a term as rows of their own, with the same word under Half of. Empty a row to take it away.</p>
      {Array.from({ length: termRows }, (_none, index) => {
        const term = year.terms[index];
        const at = `terms-${index}`;
        return (
          <fieldset key={at} className="fp-form-row">
            <legend className="fp-hidden">{term?.name ?? `Term ${index + 1}, new`}</legend>
            <FormText name={`${at}-name`} label="Term" width={10} defaultValue={term?.name} />
            <FormText name={`${at}-partOf`} label="Half of" optional width={10} defaultValue={term?.partOf} />
            <FormDate name={`${at}-firstOn`} label="First day" hint="" defaultValue={datePartsOf(term?.firstOn)} />
            <FormDate name={`${at}-lastOn`} label="Last day" hint="" defaultValue={datePartsOf(term?.lastOn)} />
          </fieldset>
        );
      })}
      <h2>INSET and closed days</h2>
      {Array.from({ length: closedRows }, (_none, index) => {
        const days = year.closedDays[index];
        const at = `closedDays-${index}`;
        return (
          <fieldset key={at} className="fp-form-row">
            <legend className="fp-hidden">{days ? `${days.reason}, ${dateInWords(days.firstOn)}` : `Closed days ${index + 1}, new`}</legend>
            <FormSelect name={`${at}-kind`} label="Kind" options={KINDS} defaultValue={days?.kind ?? 'inset'} />
            <FormDate name={`${at}-firstOn`} label="First day" hint="" defaultValue={datePartsOf(days?.firstOn)} />
            <FormDate name={`${at}-lastOn`} label="Last day" hint="" optional defaultValue={days && days.lastOn !== days.firstOn ? datePartsOf(days.lastOn) : undefined} />
            <FormText name={`${at}-reason`} label="Reason" defaultValue={days?.reason} />
          </fieldset>
        );
      })}
      <h2>Who uses it</h2>
      {year.isDefault ? <p>It is the authority&rsquo;s calendar: every school and site without its own counts on it.</p> : null}
      {users.length > 0 ? <FormCheckboxes name="users" label="Uses this calendar" defaultValue={users.map((user) => user.value)} options={users.map((user) => ({ value: user.value, text: user.name }))} /> : null}
      <FormSelect name="addSchool" label="Add a school" optional emptyText="None" options={schools} width="full" />
      <FormSelect name="addSite" label="Add a site" optional emptyText="None" options={sites} width="full" />
      <h2>Pupil days</h2>
      <FormCheckboxes
        name="acceptDays" label="Number of pupil days" options={[{ value: 'yes', text: 'Save even though the number of pupil days changes', hint: 'Save first without this tick: the new number is then said before anything is saved' }]}
      />
    </ActionForm>
  );
}
