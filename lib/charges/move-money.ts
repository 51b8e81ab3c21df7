import { z } from 'zod';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { pence, type Pence } from '@/lib/core/pence';
import { notFoundRefusal } from '@/lib/core/refusal';
import { uuidColumn } from '@/lib/server/columns';
import { type WriteTx, sql } from '@/lib/server/unit-of-work';
import { bankAccount, incomeAccount } from './accounts';
import { type KeptInvoice, loadInvoices } from './invoice-store';
import { openPeriodFrom } from './post-groups';
import type { InvoiceEventKind } from './rules/invoice-standing';
import { lockPeriods } from './store';

const made = z.object({ id: uuidColumn });

/** The invoice, with everything that is posted held until the end; not found where there is none. */
export async function lockedInvoice(tx: WriteTx, id: string): Promise<KeptInvoice> {
  await lockPeriods(tx);
  const [invoice] = await loadInvoices(tx, { id });
  if (!invoice) throw notFoundRefusal();
  return invoice;
}

export interface NewEvent {
  readonly kind: InvoiceEventKind;
  readonly on: CalendarDate;
  readonly amount?: Pence;
  readonly words?: string;
  readonly bankReference?: string;
  readonly aboutId?: string;
  readonly paymentFileId?: string;
  readonly personId: string;
}

/** Adds to what happened to an invoice, without money. Gives its id. */
export async function addEvent(tx: WriteTx, invoice: Pick<KeptInvoice, 'id'>, event: NewEvent, transactionId: string | null = null): Promise<string> {
  const added = await tx.row(made, sql`
    INSERT INTO invoice_event (authority_id, invoice_id, kind, on_day, pence, words, bank_reference, transaction_id, about_id, payment_file_id, recorded_by, recorded_at)
    VALUES (${tx.authorityId}, ${invoice.id}::uuid, ${event.kind}, ${event.on}::date, ${event.amount ?? null}::bigint, ${event.words ?? ''}, ${event.bankReference ?? ''},
            ${transactionId}::uuid, ${event.aboutId ?? null}::uuid, ${event.paymentFileId ?? null}::uuid, ${event.personId}::uuid, ${tx.now}) RETURNING id`);
  if (!added) throw new Error('The event of the invoice was not recorded');
  return added.id;
}

/** Against what an event's money stands: the bank for a payment, the partnership's income for a credit note. */
export type Against = 'bank' | 'income';

/**
 * A further double entry about an invoice, in the first month that is open, and the event that names it. `direction` -1
 * takes the amount off what the payer owes, 1 puts it back. The caller holds the periods.
 *
 * @param number which of the invoice's events it is, so that it is posted once
 */
export async function moveMoney(
  tx: WriteTx, invoice: KeptInvoice, event: NewEvent & { readonly amount: Pence }, { against, direction, number }: { readonly against: Against; readonly direction: 1 | -1; readonly number: number },
): Promise<string> {
  const other = against === 'bank' ? await bankAccount(tx) : await incomeAccount(tx, invoice.partnershipId);
  const amount = pence(event.amount * BigInt(direction));
  const posted = await tx.row(made, sql`
    INSERT INTO ledger_transaction (authority_id, period_id, business_key, words, posted_by, posted_at)
    VALUES (${tx.authorityId}, ${await openPeriodFrom(tx, invoice.periodId)}::uuid, ${`${event.kind} ${invoice.reference} ${number}`}, ${`${WORDS[event.kind]}, ${invoice.reference}`}, ${event.personId}::uuid, ${tx.now})
    RETURNING id`);
  if (!posted) throw new Error('The ledger transaction was not made');
  await tx.execute(sql`
    INSERT INTO ledger_entry (authority_id, transaction_id, account_id, pence)
    VALUES (${tx.authorityId}, ${posted.id}::uuid, ${invoice.accountId}::uuid, ${amount}), (${tx.authorityId}, ${posted.id}::uuid, ${other}::uuid, ${pence(-amount)})`);
  return addEvent(tx, invoice, event, posted.id);
}

const WORDS: Readonly<Record<InvoiceEventKind, string>> = {
  payment: 'Payment', credit_note: 'Credit note', reversal: 'Taken back', credit_asked: '', credit_refused: '', dispute: '', dispute_settled: '',
};
