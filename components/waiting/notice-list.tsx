import { ActionForm, type FormActionFunction } from '@/components/forms/action-form';
import { FormCheckboxes, FormDate, FormText } from '@/components/forms/bound-fields';
import { datePartsOf } from '@/components/ui/date-field';
import { dateWords, weekdayDateWords } from '@/components/ui/date-words';
import { StatusWord } from '@/components/ui/status-word';
import type { CalendarDate } from '@/lib/core/calendar-date';

export interface NoticeItem {
  readonly key: string;
  readonly what: string;
  readonly when: string;
  readonly late: boolean;
  readonly told: { readonly on: CalendarDate; readonly by: string } | null;
  readonly toldLate: boolean;
}

/** Who must be told and by when, and who has been. */
export function NoticeList({ notices, today }: { notices: readonly NoticeItem[]; today: CalendarDate }) {
  return (
    <ul className="fp-waiting__notices">
      {notices.map((one) => (
        <li key={one.key}>
          {one.what}
          <br />
          {one.told
            ? <StatusWord tone={one.toldLate ? 'due' : 'fine'}>Told on {weekdayDateWords(one.told.on, today)} by {one.told.by}{one.toldLate ? ', late' : ''}</StatusWord>
            : <StatusWord tone={one.late ? 'late' : 'due'}>{one.when}</StatusWord>}
        </li>
      ))}
    </ul>
  );
}

interface ToldFormProps {
  action: FormActionFunction;
  authority: string;
  formKey: string;
  exclusionId: string;
  notices: readonly NoticeItem[];
  today: CalendarDate;
}

/** Ticks off who was told, one or several at once; one told before may be recorded again with the right day. */
export function ToldForm({ action, authority, formKey, exclusionId, notices, today }: ToldFormProps) {
  return (
    <ActionForm action={action} authority={authority} formKey={formKey} hidden={{ exclusionId }} submit="Save who was told" fold={{ summary: 'Record who was told' }}>
      <FormCheckboxes
        name="notices" label="Who was told" small
        options={notices.map((one) => ({ value: one.key, text: one.what, ...(one.told ? { hint: `Told on ${dateWords(one.told.on)}; tick to record another day` } : {}) }))}
      />
      <FormDate name="toldOn" label="Day they were told" defaultValue={datePartsOf(today)} />
      <FormText name="toldBy" label="Who told them" hint="Name and post" autoComplete="off" />
    </ActionForm>
  );
}
