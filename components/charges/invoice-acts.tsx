import type { ReactNode } from 'react';
import { ActionForm, type FormActionFunction } from '@/components/forms/action-form';
import { FormDate, FormMoney, FormRadios, FormText, FormTextArea } from '@/components/forms/bound-fields';
import { datePartsOf } from '@/components/ui/date-field';
import { LinkButton } from '@/components/ui/link-button';
import type { EventView, InvoiceView } from '@/lib/charges/types';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { dateInWords } from '@/lib/core/date-words';
import { formatPounds } from '@/lib/core/pence';

type Act = 'pay' | 'dispute' | 'settle' | 'credit' | 'answerAsked' | 'reverse';

interface InvoiceActsProps {
  view: InvoiceView;
  authority: string;
  today: CalendarDate;
  here: string;
  /** Which form stands open, as the address says. */
  doing: string | null;
  /** The event it is about. */
  about: string | null;
  formKey: string;
  actions: Readonly<Record<Act, FormActionFunction>>;
}

/** What finance can do with an invoice: links, and the one form that was asked for. */
export function InvoiceActs({ view, authority, today, here, doing, about, formKey, actions }: InvoiceActsProps) {
  const common = { authority, formKey, beside: <a href={here}>Cancel</a> };
  const invoiceId = view.id;
  const taken = view.events.find((event) => event.id === about && event.mayReverse);
  const forms: Readonly<Record<string, ReactNode>> = {
    pay: (
      <ActionForm action={actions.pay} {...common} hidden={{ invoiceId }} submit="Record the payment">
        <FormMoney name="amount" label="Amount" hint={`${formatPounds(view.line.outstanding)} is left to pay. A part payment is an amount below it`} />
        <FormDate name="receivedOn" label="Day the money came in" defaultValue={datePartsOf(today)} />
        <FormText name="bankReference" label="Bank reference" hint="May be empty. The same reference, day and amount is taken once" width={20} autoComplete="off" />
      </ActionForm>
    ),
    dispute: view.disputeId === null ? (
      <ActionForm action={actions.dispute} {...common} hidden={{ invoiceId }} submit="Record the dispute">
        <FormTextArea name="words" label="What the payer disputes and why" hint="Name no pupil. No reminder is sent until the dispute is settled" rows={3} />
      </ActionForm>
    ) : null,
    settle: view.disputeId === null ? null : (
      <ActionForm action={actions.settle} {...common} hidden={{ invoiceId, eventId: view.disputeId }} submit="Record that it is settled">
        <FormTextArea name="words" label="How the dispute was settled" hint="What is to be given back is a credit note" rows={3} />
      </ActionForm>
    ),
    credit: view.asked === null ? (
      <ActionForm action={actions.credit} {...common} hidden={{ invoiceId }} submit="Give or ask for the credit note">
        <FormMoney name="amount" label="Amount" hint="From the limit for two people on, somebody else in finance gives it" />
        <FormTextArea name="words" label="Why it is credited" hint="Name no pupil. A wrong day in the record is put right there: its correction comes with the next month" rows={3} />
      </ActionForm>
    ) : null,
    answer: view.asked === null ? null : (
      <ActionForm action={actions.answerAsked} {...common} hidden={{ invoiceId, eventId: view.asked.id }} submit="Answer">
        <FormRadios
          name="answer" label={`Credit note of ${formatPounds(view.asked.amount)}`}
          options={[...(view.asked.mayGive ? [{ value: 'given', text: 'Give it' }] : []), { value: 'refused', text: 'Refuse it' }]}
        />
        <FormTextArea name="words" label="Reason" hint="It stays with the invoice" rows={3} />
      </ActionForm>
    ),
    reverse: taken === undefined ? null : (
      <ActionForm action={actions.reverse} {...common} hidden={{ invoiceId, eventId: taken.id }} submit="Take it back">
        <p>{takenWords(taken)}. A further entry takes it back; the first stays on record.</p>
        <FormTextArea name="words" label="Why it is taken back" rows={3} />
      </ActionForm>
    ),
  };
  const open = doing === null ? null : forms[doing] ?? null;
  return (
    <section aria-labelledby="acts">
      <h2 id="acts">{open === null ? 'What you can do' : 'Record'}</h2>
      {view.asked === null ? null : <p>{view.asked.by} asked for a credit note of {formatPounds(view.asked.amount)}: {view.asked.words}. {view.asked.mayGive ? 'You can give or refuse it.' : 'Somebody else in finance gives it.'}</p>}
      {open ?? (
        <div className="fp-actions">
          <LinkButton href={`${here}?do=pay#acts`}>Record a payment</LinkButton>
          {view.disputeId === null && view.line.outstanding > 0n ? <LinkButton href={`${here}?do=dispute#acts`}>Record a dispute</LinkButton> : null}
          {view.disputeId === null ? null : <LinkButton href={`${here}?do=settle#acts`}>Settle the dispute</LinkButton>}
          {view.asked === null && view.line.amount > view.credited ? <LinkButton href={`${here}?do=credit#acts`}>Credit note</LinkButton> : null}
          {view.asked === null ? null : <LinkButton href={`${here}?do=answer#acts`}>Answer the credit note</LinkButton>}
        </div>
      )}
    </section>
  );
}

function takenWords(event: EventView): string {
  return `${event.title} of ${dateInWords(event.on)}${event.moved === null ? '' : `, ${formatPounds(event.moved)}`}`;
}
