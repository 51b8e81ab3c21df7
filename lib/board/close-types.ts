import type { Month } from '@/lib/charges/rules/months';
import type { CalendarDate } from '@/lib/core/calendar-date';
import type { CalculationKey } from './rules/catalogue';
import type { ShownFigure, TrendValue, TrueFigure } from './types';

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
