import { type CalendarDate, daysBetween } from '@/lib/core/calendar-date';
import type { ReadTx } from '@/lib/server/unit-of-work';
import { type KeptInvoice, loadInvoices } from '../invoice-store';
import { mayRunCharges } from '../policy';
import { agedDebt, agedTotal } from '../rules/aged-debt';
import { monthInWords } from '../rules/months';
import { invoiceStateWords, REMINDER_AFTER_DAYS } from '../rules/invoice-words';
import type { AgedRow, InvoiceLine } from '../types';

export const INVOICE_FILTERS = ['open', 'overdue', 'disputed', 'settled', 'all'] as const;
export type InvoiceFilter = (typeof INVOICE_FILTERS)[number];

export interface InvoiceList {
  readonly asAt: CalendarDate;
  readonly lines: readonly InvoiceLine[];
  /** How many there are of each filter. */
  readonly counts: Readonly<Record<InvoiceFilter, number>>;
  readonly aged: readonly AgedRow[];
  readonly agedTotal: AgedRow;
}

/** Finance's invoices as at a day, those that a filter names, and the aged debt of all of them. Null for others. */
export async function invoiceList(tx: ReadTx, filter: InvoiceFilter, asAt: CalendarDate, payer: string): Promise<InvoiceList | null> {
  if (!mayRunCharges(tx.actor)) return null;
  const all = (await loadInvoices(tx, { asAt })).filter((one) => payer === '' || one.payerName.toLowerCase().includes(payer.toLowerCase()) || one.reference.includes(payer.toUpperCase()));
  // A payer that was renamed is one payer, under the name of its last invoice.
  const names = new Map(all.map((one) => [one.payerId, one.payerName]));
  const aged = agedDebt(all.map((one) => ({ payer: names.get(one.payerId) ?? one.payerName, issuedOn: one.issuedOn, outstanding: one.standing.outstanding })), asAt);
  return {
    asAt, lines: all.filter((one) => isOf(filter, one, asAt)).map((one) => invoiceLine(one, asAt)).reverse(),
    counts: Object.fromEntries(INVOICE_FILTERS.map((each) => [each, all.filter((one) => isOf(each, one, asAt)).length])) as Record<InvoiceFilter, number>,
    aged, agedTotal: agedTotal(aged),
  };
}

function isOf(filter: InvoiceFilter, { standing, issuedOn }: KeptInvoice, asAt: CalendarDate): boolean {
  switch (filter) {
    case 'all': return true;
    case 'settled': return standing.outstanding === 0n;
    case 'disputed': return standing.disputeId !== null;
    case 'overdue': return standing.outstanding > 0n && daysBetween(issuedOn, asAt) > REMINDER_AFTER_DAYS;
    case 'open': return standing.outstanding !== 0n;
  }
}

export function invoiceLine(one: KeptInvoice, asAt: CalendarDate): InvoiceLine {
  const days = daysBetween(one.issuedOn, asAt);
  const { words, tone } = invoiceStateWords(one.standing, days);
  return {
    reference: one.reference, payerName: one.payerName, way: one.way === 'journal' ? 'Journal' : 'Invoice', monthTitle: monthInWords(one.month), statementNumber: one.statementNumber,
    issuedOn: one.issuedOn, days, amount: one.amount, outstanding: one.standing.outstanding, stateWords: words, tone,
  };
}
