import type { CalendarDate } from '@/lib/core/calendar-date';
import { ActionForm, type FormActionFunction } from '@/components/forms/action-form';
import { FormDate, FormSelect, FormTime } from '@/components/forms/bound-fields';
import { datePartsOf } from '@/components/ui/date-field';
import { TRANSPORT_OPTIONS } from './proposal-form';

interface PrepareFormsProps {
  tell: FormActionFunction;
  book: FormActionFunction;
  authority: string;
  keys: readonly [string, string];
  hidden: Readonly<Record<string, string | number>>;
  today: CalendarDate;
  transport: string;
  tellParentsBy: string;
  toldAlready: boolean;
  bookedAlready: boolean;
}

/** Two things to record before a pupil starts. */
export function PrepareForms({ tell, book, authority, keys, hidden, today, transport, tellParentsBy, toldAlready, bookedAlready }: PrepareFormsProps) {
  return (
    <>
      <h2>Before the first day</h2>
      <ActionForm
        fold={{ summary: toldAlready ? 'Record again that parents were told' : `Record that parents were told (due by ${tellParentsBy})`, id: 'tell-parents' }}
        action={tell} authority={authority} formKey={keys[0]} hidden={hidden} submit="Record parents told" submitKind="secondary"
      >
        <FormDate name="toldOn" label="Date parents were told" defaultValue={datePartsOf(today)} />
        <FormTime name="toldAt" label="Time" hint="For example, 10:00; noon when left empty" optional />
      </ActionForm>
      <ActionForm
        fold={{ summary: bookedAlready ? 'Change the transport recorded' : 'Record that transport is booked', id: 'book-transport' }}
        action={book} authority={authority} formKey={keys[1]} hidden={hidden} submit="Record transport" submitKind="secondary"
      >
        <FormSelect name="transport" label="Transport" options={TRANSPORT_OPTIONS} defaultValue={transport} width={20} />
        <FormDate name="bookedOn" label="Date booked" defaultValue={datePartsOf(today)} />
      </ActionForm>
    </>
  );
}
