import { DateField, type DateParts } from '@/components/ui/date-field';
import { type ChosenFilter, FilterPanel } from '@/components/ui/filter-panel';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';

interface AuditFiltersProps {
  action: string;
  acts: readonly { readonly code: string; readonly words: string }[];
  people: readonly { readonly id: string; readonly name: string }[];
  act: string;
  person: string;
  pupil: string;
  /** The record that the list is about, or empty. */
  record: string;
  day: DateParts;
  dayError?: string;
  chosen: readonly ChosenFilter[];
}

/** Filters of the access log, kept in the address. */
export function AuditFilters({ action, acts, people, act, person, pupil, record, day, dayError, chosen }: AuditFiltersProps) {
  return (
    <FilterPanel action={action} chosen={chosen} clearHref={action} keep={record === '' ? {} : { record }} open={dayError !== undefined}>
      <SelectField name="act" label="Act" emptyText="Every act" defaultValue={act} options={acts.map((one) => ({ value: one.code, text: one.words }))} />
      <SelectField name="person" label="Person" emptyText="Everybody" defaultValue={person} options={people.map((one) => ({ value: one.id, text: one.name }))} />
      <TextField name="pupil" label="Pupil reference" width={10} defaultValue={pupil} spellCheck={false} autoComplete="off" />
      <DateField name="on" label="Day" defaultValue={day} error={dayError} />
    </FilterPanel>
  );
}
