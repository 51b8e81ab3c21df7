import { stringify } from 'csv-stringify/sync';
import type { CalendarDate } from '@/lib/core/calendar-date';
import type { Pence } from '@/lib/core/pence';

/** One movement for the finance system. */
export interface FinanceFileRow {
  /** Ours. A credit note has that of the invoice that it is about. */
  readonly reference: string;
  readonly kind: 'charge' | 'credit_note' | 'reversal';
  readonly payerNumber: string;
  readonly payerName: string;
  /** A trust's number in the finance system; empty for a school. */
  readonly customerNumber: string;
  /** To whom and where the invoice is addressed: an academy as part of its trust, a trust itself; else empty. */
  readonly addressee: string;
  readonly address: string;
  /** Below zero is given back. */
  readonly amount: Pence;
  /** The month of the ledger, `2026-02`, and the statement's number. */
  readonly month: string;
  readonly statement: string;
  readonly on: CalendarDate;
}

const KINDS: Readonly<Record<FinanceFileRow['kind'], string>> = { charge: 'Charge', credit_note: 'Credit note', reversal: 'Credit note taken back' };
const HEADINGS = ['Our reference', 'Kind', 'DfE number', 'Payer', 'Amount (pounds)', 'Month', 'Statement', 'Date', 'Cost code', 'Description', 'Customer number', 'Addressed to', 'Address'];

/** The file as text: CSV with CR LF; a cell that a spreadsheet would run as a formula is escaped, sums below zero are numbers. */
export function financeFileText(rows: readonly FinanceFileRow[], costCode: string): string {
  const records = rows.map((row) => [
    row.reference, KINDS[row.kind], row.payerNumber, row.payerName, Number(row.amount), row.month, row.statement, row.on, costCode, 'Places over the quota',
    row.customerNumber, row.addressee, row.address.replace(/\s*\n\s*/g, ', '),
  ]);
  return stringify([HEADINGS, ...records], {
    bom: true, record_delimiter: 'windows', escape_formulas: true, cast: { number: (value) => ({ value: poundsAsNumber(BigInt(value)), escape_formulas: false }) },
  });
}

/** `-1234.50`: pounds as systems read them. */
export function poundsAsNumber(amount: bigint): string {
  const absolute = amount < 0n ? -amount : amount;
  return `${amount < 0n ? '-' : ''}${absolute / 100n}.${(absolute % 100n).toString().padStart(2, '0')}`;
}
