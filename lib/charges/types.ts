import type { CalendarDate } from '@/lib/core/calendar-date';
import type { Pence } from '@/lib/core/pence';
import type { InvoiceTone } from './rules/invoice-words';
import type { PayerKey } from './rules/month-charge';
import type { Month } from './rules/months';

export type LineKind = 'charge' | 'correction' | 'zero';

/** One line as it is drawn up: a placement's part of a school day for one payer, or why days are not charged. */
export interface DraftLine {
  readonly kind: LineKind;
  readonly partnershipId: string;
  readonly agreementId: string;
  readonly agreementVersion: number;
  /** Null for a zero line. */
  readonly payer: PayerKey | null;
  readonly placementId: string;
  readonly schoolId: string | null;
  /** The month that the day belongs to. */
  readonly month: Month;
  readonly on: CalendarDate;
  /** Tenths of a place-day. Below zero in a correction that takes back. */
  readonly tenths: number;
  readonly amount: Pence;
  readonly reason: string;
}

/** Where the lines of one placement on a statement stand. */
export type GroupState = 'draft' | 'queried' | 'withdrawn' | 'waiting' | 'posted';

export type MonthState = 'not_drafted' | 'draft' | 'posted' | 'closed';

/** A chair's question about a placement's lines. */
export interface QueryView {
  readonly id: string;
  readonly version: number;
  readonly words: string;
  readonly raisedBy: string;
  readonly raisedOn: CalendarDate;
  readonly owner: string;
  readonly answer: { readonly kind: 'upheld' | 'refused'; readonly words: string; readonly by: string; readonly on: CalendarDate } | null;
}

export interface DayLineView {
  readonly key: string;
  readonly kind: LineKind;
  readonly on: CalendarDate;
  /** The month it concerns where that is an earlier one, in words. */
  readonly earlierMonth: string | null;
  readonly tenths: number;
  readonly amount: Pence;
  readonly payer: string | null;
  readonly reason: string;
}

/** A placement on a statement: case reference, dates and school, never a name or a need (R79). */
export interface GroupView {
  readonly placementId: string;
  readonly reference: string;
  readonly schoolName: string;
  readonly firstOn: CalendarDate;
  readonly lastOn: CalendarDate;
  readonly afterExclusion: boolean;
  readonly tenths: number;
  readonly amount: Pence;
  readonly state: GroupState;
  readonly days: readonly DayLineView[];
  readonly queries: readonly QueryView[];
}

export interface PayerTotal {
  readonly name: string;
  readonly amount: Pence;
  /** How the sum reaches the payer. */
  readonly way: string;
}

/** A partnership's statement of a month. */
export interface StatementView {
  readonly id: string;
  readonly number: string;
  readonly partnershipName: string;
  readonly slug: string;
  readonly sentOn: CalendarDate;
  readonly replyBy: CalendarDate;
  /** The agreement, version and clause, and how it counts and prices. */
  readonly agreement: string;
  readonly rule: string;
  readonly tenths: number;
  /** Of every line as it was drawn up. */
  readonly total: Pence;
  /** Of it, taken out after queries, and held back by open ones. */
  readonly withdrawn: Pence;
  readonly held: Pence;
  /** Without what is withdrawn. */
  readonly payers: readonly PayerTotal[];
  readonly groups: readonly GroupView[];
}

/** Something finance looks at before a month is drawn up. */
export interface ChargeException {
  readonly kind: 'not_bound' | 'no_last_day' | 'before_acceptance' | 'no_arrival';
  readonly words: string;
  readonly mend: string;
}

/** One month on finance's list. */
export interface MonthRow {
  readonly month: Month;
  readonly title: string;
  readonly state: MonthState;
  readonly stateWords: string;
  readonly total: Pence | null;
  /** Null once the month is posted: nothing of it changes then. */
  readonly exceptions: number | null;
  readonly openQueries: number;
}

/** A month as finance sees it. */
export interface ChargeMonthView {
  readonly month: Month;
  readonly title: string;
  readonly state: MonthState;
  readonly stateWords: string;
  readonly run: {
    readonly id: string;
    readonly version: number;
    readonly draftedBy: string;
    readonly draftedOn: CalendarDate;
    readonly draftUntil: CalendarDate;
    readonly needsSecond: boolean;
    readonly postedBy: string | null;
    readonly postedOn: CalendarDate | null;
  } | null;
  readonly periodId: string | null;
  readonly exceptions: readonly ChargeException[];
  readonly statements: readonly StatementView[];
  readonly total: Pence;
  /** Why the run cannot be posted by this person today; null when it can, or is posted. */
  readonly notYet: string | null;
}

/** The columns of a file of payments, in the template's order. */
export const PAYMENT_COLUMNS = [
  { header: 'Our reference', what: 'The reference on our invoice or journal', example: 'FP-2026-02-0001' },
  { header: 'Date received', what: 'Day, month and year', example: '27/02/2026' },
  { header: 'Amount', what: 'Pounds and pence, above zero', example: '1,250.00' },
  { header: 'Bank reference', what: 'What the bank or the payer gave with it. May be empty', example: 'BACS 118203' },
] as const;

export interface PaymentRow {
  /** The line of the file; the headings are line 1. */
  readonly row: number;
  readonly reference: string;
  readonly invoiceId: string;
  readonly on: CalendarDate;
  readonly amount: Pence;
  readonly bankReference: string;
  /** Where the payment is more than what is left to pay: said, and taken. */
  readonly remark: string | null;
}

export interface PaymentProblem { readonly row: number; readonly column: string; readonly value: string; readonly problem: string; readonly toDo: string }

/** A file of payments as its report shows it: every row, or every problem. */
export interface PaymentFileView {
  readonly id: string;
  readonly fileName: string;
  readonly checkedBy: string;
  readonly checkedOn: CalendarDate;
  readonly recorded: boolean;
  readonly rows: readonly PaymentRow[];
  readonly problems: readonly PaymentProblem[];
  readonly total: Pence;
}

/** Days from the date of the invoice. */
export const AGE_BANDS = ['0 to 30 days', '31 to 60 days', '61 to 90 days', 'Over 90 days'] as const;

/** What one payer owes, by age, and apart from it what it is owed: money received in excess settles no other invoice. */
export interface AgedRow {
  readonly payer: string;
  /** One sum for each of AGE_BANDS, none below zero. */
  readonly bands: readonly Pence[];
  /** Of the bands. */
  readonly total: Pence;
  /** Above zero: what is owed to the payer. Not taken from the total. */
  readonly credit: Pence;
}

/** One invoice on finance's list: reference, payer and sums, no case. */
export interface InvoiceLine {
  readonly reference: string;
  readonly payerName: string;
  readonly way: string;
  readonly monthTitle: string;
  readonly statementNumber: string;
  readonly issuedOn: CalendarDate;
  /** Days from its date to the day of the list. */
  readonly days: number;
  readonly amount: Pence;
  readonly outstanding: Pence;
  readonly stateWords: string;
  readonly tone: InvoiceTone;
}

/** One thing that happened to an invoice, in words. */
export interface EventView {
  readonly id: string;
  readonly on: CalendarDate;
  readonly title: string;
  readonly words: string;
  readonly by: string;
  /** What it took off what is owed; above zero puts back. Null where no money moved. */
  readonly moved: Pence | null;
  readonly mayReverse: boolean;
}

/** A placement's part of an invoice: case reference and school, never a name (R79). */
export interface InvoicePart {
  readonly reference: string;
  readonly schoolName: string;
  readonly days: number;
  readonly tenths: number;
  readonly amount: Pence;
}

export interface InvoiceView {
  readonly id: string;
  readonly line: InvoiceLine;
  readonly payerNumber: string;
  readonly customerNumber: string;
  /** To whom and where it is addressed; empty where that is the payer's name alone. */
  readonly addressee: string;
  readonly address: string;
  readonly partnershipName: string;
  readonly month: string;
  readonly paid: Pence;
  readonly credited: Pence;
  readonly parts: readonly InvoicePart[];
  readonly events: readonly EventView[];
  readonly disputeId: string | null;
  /** The credit note that waits, and whether this person may give it. */
  readonly asked: { readonly id: string; readonly amount: Pence; readonly words: string; readonly by: string; readonly mayGive: boolean } | null;
}

/** A file for the finance system, as it was made. */
export interface FinanceFile {
  readonly id: string;
  readonly month: Month;
  readonly way: 'journal' | 'invoice';
  readonly number: number;
  readonly cost_code: string;
  readonly rows: number;
  readonly pence: Pence;
  readonly made_at: Date;
  readonly made_name: string;
  readonly content_hash: string;
}

/** A month's files of one way, and how many movements no file has yet. */
export interface FilesOfWay {
  readonly way: FinanceFile['way'];
  readonly files: readonly FinanceFile[];
  readonly toMake: number;
  /** The cost code of the file before, to begin with. */
  readonly costCode: string;
}

/** A partnership at the close of one month: what the month was charged for, and all since 1 September. */
export interface ClosedMonthView {
  readonly month: Month;
  readonly title: string;
  /** Tenths of a place-day. */
  readonly tenths: number;
  readonly amount: Pence;
  readonly soFarTenths: number;
  readonly soFarAmount: Pence;
}
