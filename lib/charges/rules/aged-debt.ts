import { type CalendarDate, daysBetween } from '@/lib/core/calendar-date';
import { grouped } from '@/lib/core/grouped';
import { pence, type Pence } from '@/lib/core/pence';
import { AGE_BANDS, type AgedRow } from '../types';

export interface OpenInvoice {
  readonly payer: string;
  readonly issuedOn: CalendarDate;
  /** What was left to pay on the day of the table; below zero is owed to the payer. */
  readonly outstanding: Pence;
}

/** The band of a debt that is so many days old: the invoice's own day is day 0. */
export function ageBand(days: number): number {
  if (days <= 30) return 0;
  if (days <= 60) return 1;
  return days <= 90 ? 2 : 3;
}

/**
 * Aged debt as at a day: for each payer what is left of its invoices, by days since each was issued. Invoices issued
 * later do not count; money owed to a payer stands in its invoice's band as a sum below zero. By payers' names.
 */
export function agedDebt(invoices: readonly OpenInvoice[], asAt: CalendarDate): AgedRow[] {
  const open = invoices.filter((one) => one.issuedOn <= asAt && one.outstanding !== 0n);
  return [...grouped(open, (one) => one.payer)].map(([payer, own]) => {
    const bands = AGE_BANDS.map((_name, band) => pence(own.filter((one) => ageBand(daysBetween(one.issuedOn, asAt)) === band).reduce((sum, one) => sum + one.outstanding, 0n)));
    return { payer, bands, total: pence(bands.reduce((sum, one) => sum + one, 0n)) };
  }).sort((a, b) => (a.payer < b.payer ? -1 : 1));
}
