import { CsvError, parse } from 'csv-parse/sync';
import { type CalendarDate, isCalendarDate } from '@/lib/core/calendar-date';
import { dateInWords } from '@/lib/core/date-words';
import { formatPounds, parsePounds, type Pence, pence } from '@/lib/core/pence';
import { PAYMENT_COLUMNS, type PaymentProblem, type PaymentRow } from './types';

const MOST_ROWS = 1000;

/** What an invoice of the file must be known to be. */
export interface KnownInvoice {
  readonly id: string;
  readonly issuedOn: CalendarDate;
  readonly outstanding: Pence;
  /** Payments already on record, as `paymentKey` gives them. */
  readonly payments: ReadonlySet<string>;
}

export interface CheckedPayments { readonly rows: readonly PaymentRow[]; readonly problems: readonly PaymentProblem[] }

/** The same payment twice has the same key. One without a reference of its own has none. */
export function paymentKey(on: CalendarDate, amount: Pence, bankReference: string): string | null {
  return bankReference === '' ? null : `${on} ${amount} ${bankReference.toLowerCase()}`;
}

/**
 * The rows of a file of payments, each matched to its invoice; a problem in any row keeps all of them out.
 *
 * @param invoices by our reference
 */
export function checkPaymentRows(text: string, invoices: ReadonlyMap<string, KnownInvoice>, today: CalendarDate): CheckedPayments {
  const file = fileOf(text);
  if ('problems' in file) return { rows: [], problems: file.problems };
  const rows: PaymentRow[] = [];
  const problems: PaymentProblem[] = [];
  const paid = new Map<string, bigint>();
  const seen = new Map<string, number>();
  for (const line of file.lines) {
    const read = readRow(line, invoices, today);
    if ('problems' in read) {
      problems.push(...read.problems);
      continue;
    }
    const { invoice, ...row } = read;
    const key = paymentKey(row.on, row.amount, row.bankReference);
    const twice = key === null ? undefined : seen.get(`${row.invoiceId} ${key}`);
    if (twice !== undefined) problems.push({ row: row.row, column: 'Bank reference', value: row.bankReference, problem: `Line ${twice} is the same payment`, toDo: 'Take one of the two out' });
    if (key !== null) seen.set(`${row.invoiceId} ${key}`, row.row);
    const sum = (paid.get(row.invoiceId) ?? 0n) + row.amount;
    paid.set(row.invoiceId, sum);
    const over = pence(sum - invoice.outstanding);
    rows.push({ ...row, remark: over > 0n ? `Over-pays ${row.reference} by ${formatPounds(over)}` : null });
  }
  return { rows: problems.length > 0 ? [] : rows, problems };
}

interface Line { readonly row: number; readonly cells: Readonly<Record<string, string>> }

type Read = (Omit<PaymentRow, 'remark'> & { readonly invoice: KnownInvoice }) | { readonly problems: readonly PaymentProblem[] };

function readRow({ row, cells }: Line, invoices: ReadonlyMap<string, KnownInvoice>, today: CalendarDate): Read {
  const problems: PaymentProblem[] = [];
  const wrong = (column: string, problem: string, toDo: string): void => void problems.push({ row, column, value: cells[column] ?? '', problem, toDo });
  const reference = (cells['Our reference'] ?? '').toUpperCase();
  const invoice = invoices.get(reference);
  if (!invoice) wrong('Our reference', reference === '' ? 'There is no reference' : 'We have no invoice or journal with this reference', 'Write the reference that stands on the invoice, for example FP-2026-02-0001');
  const on = dateOf(cells['Date received'] ?? '');
  if (on === null) wrong('Date received', 'This is not a date', 'Write day, month and year, for example 27/02/2026');
  else if (on > today) wrong('Date received', 'This day is still to come', 'Write the day on which the money came in');
  else if (invoice && on < invoice.issuedOn) wrong('Date received', `The invoice was issued later, on ${dateInWords(invoice.issuedOn)}`, 'Check the reference and the day');
  const amount = parsePounds(cells.Amount ?? '');
  if (amount === null || amount === 0n) wrong('Amount', 'This is not an amount above zero', 'Write pounds and pence, for example 1,250.00');
  const bankReference = cells['Bank reference'] ?? '';
  if (bankReference.length > 100) wrong('Bank reference', 'It is longer than 100 characters', 'Shorten it');
  if (!invoice || on === null || amount === null || problems.length > 0) return { problems };
  const key = paymentKey(on, amount, bankReference);
  if (key !== null && invoice.payments.has(key)) return { problems: [{ row, column: 'Bank reference', value: bankReference, problem: 'This payment is on record already', toDo: 'Take the line out' }] };
  return { row, reference, invoiceId: invoice.id, on, amount, bankReference, invoice };
}

/** `27/02/2026`, `27 2 2026` or `2026-02-27`. */
function dateOf(text: string): CalendarDate | null {
  const match = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/.exec(text);
  const date = match ? `${match[3]}-${(match[2] ?? '').padStart(2, '0')}-${(match[1] ?? '').padStart(2, '0')}` : text;
  return isCalendarDate(date) ? date : null;
}

function fileOf(text: string): { readonly lines: readonly Line[] } | { readonly problems: readonly PaymentProblem[] } {
  const records = recordsOf(text);
  if (records === null) return { problems: [whole(1, 'A quotation mark is opened and not closed, or stands inside a value', 'Close it, or write it twice where it belongs to the value')] };
  const [headings = [], ...rest] = records;
  const at = PAYMENT_COLUMNS.map(({ header }) => ({ header, index: headings.findIndex((cell) => cell.trim().toLowerCase() === header.toLowerCase()) }));
  const missing = at.filter(({ index }) => index < 0);
  if (missing.length > 0) return { problems: missing.map(({ header }) => whole(1, `The column ${header} is missing`, 'Use the headings of the template')) };
  const lines = rest.flatMap((cells, index): Line[] => (cells.every((cell) => cell.trim() === '') ? []
    : [{ row: index + 2, cells: Object.fromEntries(at.map(({ header, index: column }) => [header, asMeant(cells[column] ?? '')])) }]));
  if (lines.length === 0) return { problems: [whole(2, 'The file has headings and no rows', 'Add the payments below the headings')] };
  if (lines.length > MOST_ROWS) return { problems: [whole(MOST_ROWS + 2, `The file has more than ${MOST_ROWS.toLocaleString('en-GB')} rows`, 'Send it in parts')] };
  return { lines };
}

function recordsOf(text: string): string[][] | null {
  const firstLine = text.split(/\r?\n/, 1)[0] ?? '';
  const delimiter = [',', ';', '\t'].sort((a, b) => firstLine.split(b).length - firstLine.split(a).length)[0] ?? ',';
  try {
    return parse(text, { delimiter, relax_column_count: true, bom: true, max_record_size: 100_000, record_delimiter: ['\r\n', '\n', '\r'] }) as string[][];
  } catch (thrown) {
    if (thrown instanceof CsvError) return null;
    throw thrown;
  }
}

/** Without spaces around it, and without the apostrophe that a download puts before what a spreadsheet would run. */
function asMeant(cell: string): string {
  return cell.trim().replace(/^'(?=[=+\-@])/, '');
}

function whole(row: number, problem: string, toDo: string): PaymentProblem {
  return { row, column: '', value: '', problem, toDo };
}
