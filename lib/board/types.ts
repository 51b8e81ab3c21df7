import type { Month } from '@/lib/charges/rules/months';
import type { CalendarDate } from '@/lib/core/calendar-date';
import type { CalculationKey } from './rules/catalogue';

/** The days that a figure is of: from the first to the last, or one day. */
export interface FigureDays {
  readonly firstOn: CalendarDate;
  readonly lastOn: CalendarDate;
  /** `Spring 2024/25, Summer 2024/25 and Autumn 2025/26`, `27 February 2026`. */
  readonly words: string;
}

/** Pupils of one partnership, or of all, in the two cells that a measure sets against each other. */
export interface SplitPart {
  readonly name: string;
  readonly yes: number;
  readonly no: number;
}

/** One calculation's true result, before anything is left out. Never shown as it is. */
export type TrueFigure =
  /** Pupils in two cells; what is read is the first cell, both together, or the share of the first. */
  | { readonly kind: 'split'; readonly show: 'yes' | 'both' | 'share'; readonly parts: readonly SplitPart[]; /** An agreed number that both together are held against. */ readonly against?: number | null }
  /** The middle one of a number for each pupil. */
  | { readonly kind: 'median'; readonly parts: readonly { readonly name: string; readonly values: readonly number[] }[] }
  /** A quantity that tells of so many pupils: 79 place-days may be one pupil's (R75). */
  | { readonly kind: 'quantity'; readonly parts: readonly { readonly name: string; readonly quantity: number; readonly pupils: number }[] }
  /** Pounds, exact to the penny, of which no partnership has a part. */
  | { readonly kind: 'amount'; readonly pounds: number; readonly pupils: number; readonly against: number | null }
  | { readonly kind: 'missing'; readonly why: string };

/** One partnership's figure, or that of schools in none; null reads as [c]. */
export interface ShownPart {
  readonly name: string;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** A figure as the Board may read it (R75). */
export interface ShownFigure {
  /** In the calculation's unit; null where it is left out or not available. */
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** What stands in place of a value that is null. */
  readonly mark: '[c]' | '[x]' | null;
  /** Why there is no value, in a sentence. */
  readonly why: string;
  /** Of a count: where the expected number lies, 95 times in 100 (Garwood 1936). */
  readonly interval: { readonly low: number; readonly high: number } | null;
  readonly parts: readonly ShownPart[];
}

/** A measure as an administrator keeps it. Values are in the unit of its calculation. */
export interface Measure {
  readonly measureId: string;
  readonly version: number;
  readonly name: string;
  readonly definition: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly calculation: CalculationKey;
  readonly direction: Direction;
  readonly baseline: { readonly value: number; readonly on: CalendarDate } | null;
  /** Where the baseline is from, or why there is none. */
  readonly baselineSource: string;
  readonly target: { readonly value: number; readonly on: CalendarDate } | null;
  readonly owner: string;
  readonly order: number;
  readonly shownFrom: CalendarDate;
  readonly shownTo: CalendarDate | null;
  readonly reason: string;
}

/** Which way is better. */
export type Direction = 'lower' | 'higher';

/** Where a measure stands, in words and a tone that goes with them. */
export interface Standing {
  readonly words: string;
  readonly tone: 'fine' | 'due' | 'late' | 'quiet' | 'info';
}

/** One point of a trend: a term or a month, with its value in words; `[c]` or `[x]` where there is none. */
export interface TrendValue {
  readonly label: string;
  readonly value: number | null;
  readonly words: string;
}

/** A measure with its figure, written out as the Board reads it. */
export interface MeasureRow {
  readonly measure: Measure;
  readonly days: string;
  readonly source: string;
  readonly figure: ShownFigure;
  /** The figure, the baseline and the target with their units. */
  readonly now: string;
  readonly baseline: string;
  readonly target: string;
  /** `The expected number lies between 40.1 and 68.3.`; empty where it is no count. */
  readonly interval: string;
  readonly standing: Standing;
  /** Three terms or twelve months to the figure, earliest first; empty for what has no trend here. */
  readonly trend: readonly TrendValue[];
}

/** A decision or a risk as it stands. */
export interface BoardItem {
  readonly itemId: string;
  readonly version: number;
  readonly kind: 'decision' | 'risk';
  readonly state: 'needed' | 'taken' | 'withdrawn' | 'open' | 'closed';
  readonly title: string;
  readonly words: string;
  readonly owner: string;
  readonly enteredOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly settledOn: CalendarDate | null;
  readonly outcome: string;
}

/** What a pack of the Governance Board holds, as it is frozen: already as the Board may read it. */
export interface PackContent {
  readonly council: string;
  readonly title: string;
  readonly meetsOn: CalendarDate;
  readonly number: number;
  readonly note: string;
  readonly frozenOn: CalendarDate;
  readonly rows: readonly PackRow[];
  readonly needed: readonly BoardItem[];
  /** Taken at this meeting. */
  readonly taken: readonly BoardItem[];
  readonly risks: readonly BoardItem[];
}

export interface PackRow {
  readonly row: MeasureRow;
  readonly parts: readonly { readonly name: string; readonly words: string }[];
}

/** One calculation of a closed month before the disclosure control. */
export interface CloseCalculation {
  readonly key: CalculationKey;
  /** The days that the figure is of, in words; null where there are none. */
  readonly days: string | null;
  readonly figure: TrueFigure;
  /** Of what is counted by the term: the terms of the figure, earliest first, after the one before them. */
  readonly terms: readonly CloseTerm[];
}

export interface CloseTerm {
  readonly label: string;
  readonly figure: TrueFigure;
  /** Whether it is one of the terms that the figure is of. */
  readonly isOfFigure: boolean;
}

/** Use of one partnership's quota on the last school day of the month. */
export interface CloseQuota {
  readonly name: string;
  readonly quota: number;
  /** Whole places, rounded up. */
  readonly used: number;
  readonly pupils: number;
}

export interface CloseSite {
  readonly group: string;
  readonly id: string;
  readonly name: string;
  readonly providerId: string;
  readonly isPru: boolean;
  readonly agreed: number | null;
  readonly places: number;
  readonly pupils: number;
  /** Whole places of the pupils, rounded up. */
  readonly used: number;
}

/** The true figures of a closed month from which the Board's are drawn up. */
export interface CloseFacts {
  readonly month: Month;
  readonly on: CalendarDate;
  /** A key for each partnership that reports of the Schools Forum use too. */
  readonly slugs: ReadonlyMap<string, string>;
  readonly calculations: readonly CloseCalculation[];
  readonly quotas: readonly CloseQuota[];
  readonly sites: readonly CloseSite[];
  /** Months of the same agreement year that are frozen, with the pupils behind what was charged after them, by partnership. */
  readonly since: readonly { readonly month: Month; readonly pupils: ReadonlyMap<string, number> }[];
  /** Over-quota income to date in the month's spend, in pence, with the pupils behind it; null where it has no figure. */
  readonly income: { readonly pence: number; readonly pupils: number } | null;
  /** Other charged months of the same agreement and financial year, with the pupils charged for between the ends of the two: the Forum's reports may have their income. */
  readonly between: readonly { readonly month: Month; readonly pupils: number }[];
  /** Pence of a place-day that every agreement has; null where they differ, or it is no whole number of pence in a year. */
  readonly price: { readonly annualPence: number; readonly basisDays: number } | null;
  /** Places taken at each provider as the Forum's report has them: whole places, with the pupils of the month. */
  readonly taken: readonly { readonly providerId: string; readonly places: number; readonly pupils: number }[];
}

/** A calculation of a closed month as the Board reads it. */
export interface ClosedFigure {
  readonly figure: ShownFigure;
  /** `27 February 2026`; `[x]` where there are none. */
  readonly days: string;
  /** By the term; empty for what is counted by the month. */
  readonly terms: readonly TrendValue[];
}

export interface ClosedQuota {
  readonly name: string;
  readonly quota: number;
  /** Null reads as [c]. */
  readonly used: number | null;
}

export interface ClosedSite {
  readonly name: string;
  readonly agreed: number | null;
  readonly places: number;
  /** Null reads as [c]. */
  readonly pupils: number | null;
  readonly used: number | null;
}

/** What the Board reads of a closed month, as it is kept. */
export interface CloseContent {
  readonly month: Month;
  /** The last school day of the month. */
  readonly on: CalendarDate;
  readonly figures: Readonly<Record<CalculationKey, ClosedFigure>>;
  /** With the total last. */
  readonly quotas: readonly ClosedQuota[];
  readonly sites: readonly { readonly group: string; /** With the total last. */ readonly rows: readonly ClosedSite[] }[];
}

/** One calculation of a closed month by partnership, in words. */
export interface ClosedCountsView {
  readonly title: string;
  /** Each partnership's figure. */
  readonly parts: readonly { readonly name: string; readonly words: string }[];
  readonly all: string;
  /** Why there is no figure; empty where there is one. */
  readonly why: string;
}
