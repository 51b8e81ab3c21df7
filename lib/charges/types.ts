import type { CalendarDate } from '@/lib/core/calendar-date';
import type { Pence } from '@/lib/core/pence';
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
