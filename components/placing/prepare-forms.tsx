import type { CalendarDate } from '@/lib/core/calendar-date';
import { ActionForm, type FormActionFunction } from '@/components/forms/action-form';
import { FormDate, FormSelect, FormText, FormTime } from '@/components/forms/bound-fields';
import { datePartsOf } from '@/components/ui/date-field';
import { Notice } from '@/components/ui/notice';
import { TRANSPORT_OPTIONS } from './proposal-form';

interface PrepareFormsProps {
  /** Before the pupil starts, or after it: then it is written down late. */
  when: 'before' | 'after';
  tell: FormActionFunction;
  book: FormActionFunction;
  /** Records that the parents agree to less than 48 hours' notice. */
  agree: FormActionFunction;
  lostNotice: { readonly mayAgree: boolean; readonly words: string } | null;
  authority: string;
  keys: readonly [string, string, string];
  hidden: Readonly<Record<string, string | number>>;
  today: CalendarDate;
  transport: string;
  tellParentsBy: string;
  toldAlready: boolean;
  bookedAlready: boolean;
}

/** What is recorded of a pupil's start: parents told, less notice agreed, transport. */
export function PrepareForms({ when, tell, book, agree, lostNotice, authority, keys, hidden, today, transport, tellParentsBy, toldAlready, bookedAlready }: PrepareFormsProps) {
  return (
    <>
      <h2>{when === 'before' ? 'Before the first day' : 'About the first day'}</h2>
      {lostNotice && when === 'before' ? <Notice kind="warning" title={`Parents were to be told by ${tellParentsBy}`}>{lostNotice.words}</Notice> : null}
      {lostNotice?.mayAgree ? (
        <ActionForm fold={{ summary: when === 'before' ? 'Record that the parents agree to less notice' : 'Record that the parents agreed to less notice', id: 'agree-notice' }} action={agree} authority={authority} formKey={keys[2]} hidden={hidden} submit="Record that they agree" submitKind="secondary">
          <FormText name="noticeAgreed" label="Who agreed, to whom, when and how" hint="For example: Mrs Thorne, by telephone to Cath Booth, 2 March at 10:20" width="full" autoComplete="off" />
        </ActionForm>
      ) : null}
      <ActionForm
        fold={{ summary: toldAlready ? 'Record again that parents were told' : `Record that parents were told (${when === 'before' ? 'due' : 'was due'} by ${tellParentsBy})`, id: 'tell-parents' }}
        action={tell} authority={authority} formKey={keys[0]} hidden={hidden} submit="Record parents told" submitKind="secondary"
      >
        <FormDate name="toldOn" label="Date parents were told" defaultValue={datePartsOf(today)} />
        <FormTime name="toldAt" label="Time they were told" hint="For example, 10:15" />
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
