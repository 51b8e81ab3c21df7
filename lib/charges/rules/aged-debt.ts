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
 * later do not count; what is owed to a payer stands apart and is taken from no debt. By payers' names.
 */
export function agedDebt(invoices: readonly OpenInvoice[], asAt: CalendarDate): AgedRow[] {
  const open = invoices.filter((one) => one.issuedOn <= asAt && one.outstanding !== 0n);
  return [...grouped(open, (one) => one.payer)].map(([payer, own]) => {
    const [debts, credits] = [own.filter((one) => one.outstanding > 0n), own.filter((one) => one.outstanding < 0n)];
    const bands = AGE_BANDS.map((_name, band) => sumOf(debts.filter((one) => ageBand(daysBetween(one.issuedOn, asAt)) === band).map((one) => one.outstanding)));
    return { payer, bands, total: sumOf(bands), credit: pence(-sumOf(credits.map((one) => one.outstanding))) };
  }).sort((a, b) => (a.payer < b.payer ? -1 : 1));
}

/** All payers together, each band, the total and what is owed to payers by itself. */
export function agedTotal(rows: readonly AgedRow[]): AgedRow {
  const bands = AGE_BANDS.map((_name, band) => sumOf(rows.flatMap((row) => row.bands[band] ?? [])));
  return { payer: 'All payers', bands, total: sumOf(bands), credit: sumOf(rows.map((row) => row.credit)) };
}

const sumOf = (sums: readonly Pence[]): Pence => pence(sums.reduce((all, one) => all + one, 0n));
