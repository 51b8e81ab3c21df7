import type { Month } from '@/lib/charges/rules/months';
import type { CalendarDate } from '@/lib/core/calendar-date';
import type { Pence } from '@/lib/core/pence';

/** The lines of the high-needs monitor that this app keeps, in the order in which they are shown. */
export const SPEND_LINES = [
  'pru_places', 'top_ups', 'ap_academy', 'college', 'independent', 'over_quota_income', 'transport', 'special_schools', 'released_funding',
] as const;
export type SpendLineKey = (typeof SPEND_LINES)[number];
/** The lines that finance enters amounts on: income comes from the ledger alone. */
export const ENTERED_LINES = ['pru_places', 'top_ups', 'ap_academy', 'college', 'independent', 'transport', 'special_schools', 'released_funding'] as const;

/** `2025-26`: 1 April 2025 to 31 March 2026. */
export type FinancialYear = string & { readonly __financialYear: true };

/** How far the forecast is from the budget. Above zero is over budget; income that is short is over budget too. */
export interface VarianceFigures {
  readonly pence: Pence;
  /** Tenths of a per cent of the budget, rounded half up; null where the budget is nothing. */
  readonly perMille: number | null;
  /** `£12,000.00 over budget, 3.4%`. */
  readonly words: string;
  /** The authority explains a variance from this size on (settings variance_explained_from_share and _amount). */
  readonly isToExplain: boolean;
}

/** One line at the end of a month. Spend is above zero, income below zero, so that lines can be added. */
export interface SpendLineFigures {
  readonly key: SpendLineKey;
  readonly title: string;
  /** For the financial year; null where none is entered. */
  readonly budget: Pence | null;
  /** The part of the budget that its months' profile puts into the months so far. */
  readonly budgetToDate: Pence | null;
  /** From 1 April to the end of the month; null where it cannot be told, with the reason in `missing`. */
  readonly actual: Pence | null;
  /** From then to 31 March if nobody leaves; null as `actual`. */
  readonly commitment: Pence | null;
  /** Amounts that finance has entered for months to come. */
  readonly estimates: Pence;
  /** Forecast outturn: actual, commitment and estimates; null as `actual`. */
  readonly forecast: Pence | null;
  /** Null without budget or forecast. */
  readonly variance: VarianceFigures | null;
  /** Forecast less the forecast of the month before in the same year, as it stood at that month's close; null where either is. */
  readonly movement: Pence | null;
  /** The prices that are not entered and stop this line from being worked out, each in a sentence. */
  readonly missing: readonly string[];
  /** Why the forecast is off the budget, as entered for this month, latest last. */
  readonly reasons: readonly string[];
}

/** Places and pupils of one provider, or of all, in a month. */
export interface VolumeFigures {
  readonly providerId: string | null;
  readonly name: string;
  readonly kind: ProviderKind | null;
  /** Places commissioned on the last day of the month; null where no number is entered. */
  readonly commissioned: number | null;
  /** Tenths of a place taken on the last school day of the month; a full-time pupil is 10. */
  readonly occupiedTenths: number;
  /** The day that `occupiedTenths` is of; null for a month without a school day. */
  readonly occupiedOn: CalendarDate | null;
  /** Places taken over the month's school days on average, in tenths of a place; null without a school day. */
  readonly averageTenths: number | null;
  /** `averageTenths` of the places commissioned, in tenths of a per cent; null where either is missing or no place is commissioned. */
  readonly occupancyPerMille: number | null;
  /** Different pupils with at least one school day in the month. */
  readonly pupils: number;
  /** Different pupils in a place on the day that `occupiedTenths` is of. */
  readonly pupilsOnDay: number;
  /** Forecast of places and top-ups for the year over the places commissioned; null where either is not known. */
  readonly unitCost: Pence | null;
}

export type ProviderKind = 'pru' | 'ap_academy' | 'special_school' | 'independent' | 'unregistered' | 'college' | 'in_school';

/** One financial year of the five-year comparison. Null is "not available": nothing is put in its place. */
export interface YearFigures {
  readonly year: FinancialYear;
  /** True for the year of the report, whose spend is the forecast. */
  readonly isForecast: boolean;
  readonly lines: readonly { readonly key: SpendLineKey; readonly title: string; readonly budget: Pence | null; readonly spend: Pence | null }[];
  /** On 31 March, or at the end of the report's month. */
  readonly commissioned: number | null;
  /** Different pupils placed in the year, up to the report's month; null for a year of which no placement is recorded. */
  readonly pupils: number | null;
}

export interface ReserveFigures {
  readonly name: string;
  readonly broughtForward: Pence | null;
  /** Entered by finance; null where it is not. */
  readonly carriedForward: Pence | null;
  readonly source: string;
}

/** Spend to bring down in equal yearly steps. */
export interface TargetFigures {
  readonly name: string;
  readonly line: SpendLineKey;
  readonly baseline: Pence;
  readonly target: Pence;
  readonly targetOn: CalendarDate;
  /** Each financial year's highest spend on the path. */
  readonly path: readonly { readonly year: FinancialYear; readonly most: Pence }[];
  /** The report's year: what the path allows and what is forecast; null where the year is off the path, or nothing is forecast. */
  readonly now: { readonly most: Pence; readonly forecast: Pence | null } | null;
  readonly source: string;
}

/** Beside the figures of a month: what the monitoring group decided, who and when. */
export interface DecisionFigures {
  readonly on: CalendarDate;
  readonly who: string;
  readonly words: string;
}

/** Budget, actual, commitment, forecast, variance and movement of the lines that have them, and how many lack a figure. Null where no line has one. */
export interface SpendTotals {
  readonly budget: Pence | null;
  readonly actual: Pence | null;
  readonly commitment: Pence | null;
  readonly forecast: Pence | null;
  /** Of the lines that have both a budget and a forecast; null where none has. */
  readonly variance: VarianceFigures | null;
  readonly movement: Pence | null;
  readonly linesWithoutForecast: number;
  readonly linesWithoutBudget: number;
}

/**
 * Everything that the Schools Forum's monthly report and the restricted monitor say about a month, unsuppressed: whoever
 * makes it public applies the disclosure control. Figures of a closed month are from what was recorded by its closing,
 * so they stay the same however often they are asked for; those of an open month are from the record as it stands.
 */
export interface SpendSnapshot {
  readonly month: Month;
  /** `February 2026`. */
  readonly title: string;
  readonly year: FinancialYear;
  /** The last day of the month. */
  readonly asAt: CalendarDate;
  /** The day on which the month was closed; null while it is open. */
  readonly closedOn: CalendarDate | null;
  readonly lines: readonly SpendLineFigures[];
  readonly totals: SpendTotals;
  /** A row for each provider with commissioned places or pupils in the month. */
  readonly volumes: readonly VolumeFigures[];
  readonly volumesTotal: VolumeFigures;
  /** The report's year and the four before, earliest first. */
  readonly fiveYears: readonly YearFigures[];
  /** The lines whose variance is to be explained, with the reasons entered. */
  readonly toExplain: readonly { readonly key: SpendLineKey; readonly title: string; readonly variance: string; readonly reasons: readonly string[] }[];
  readonly reserves: readonly ReserveFigures[];
  readonly targets: readonly TargetFigures[];
  readonly decisions: readonly DecisionFigures[];
  /** Where the figures come from and which of them are assumptions, each in a sentence, without repeats. */
  readonly sources: readonly string[];
}

/** What one placement adds to a line, by its case reference. */
export interface PlacementRow {
  readonly id: string;
  readonly reference: string;
  readonly schoolName: string | null;
  readonly providerName: string;
  readonly firstOn: CalendarDate;
  /** The day of leaving, or until when the place is spoken for. */
  readonly lastOn: CalendarDate;
  readonly tenths: number;
  /** Days paid for so far in the year. */
  readonly days: number;
  readonly actual: Pence;
  readonly commitment: Pence;
}

export interface PlacesRow {
  readonly key: string;
  readonly providerName: string;
  readonly paidBy: string;
  /** `12 from 1 April 2025 to 31 March 2026`, each with its source. */
  readonly numbers: readonly { readonly words: string; readonly source: string }[];
  readonly actual: Pence;
  readonly commitment: Pence;
}

export interface AmountRow {
  readonly id: string;
  readonly month: string;
  readonly kind: string;
  readonly amount: Pence;
  readonly source: string;
  readonly reason: string;
}

/** A price in words, with who pays it. */
export interface PriceRow {
  readonly key: string;
  readonly providerName: string;
  readonly words: string;
  readonly paidBy: string;
  readonly firstOn: CalendarDate;
  readonly source: string;
}

/** One line of a month, opened. */
export interface SpendLineView {
  readonly month: Month;
  readonly monthTitle: string;
  readonly year: FinancialYear;
  readonly figures: SpendLineFigures;
  /** Where its actual spend comes from, in a sentence. */
  readonly from: string;
  readonly budgetSource: string | null;
  readonly placements: readonly PlacementRow[];
  readonly places: readonly PlacesRow[];
  readonly entries: readonly AmountRow[];
  readonly income: readonly { readonly key: string; readonly month: Month; readonly title: string; readonly partnership: string; readonly amount: Pence }[];
  readonly prices: readonly PriceRow[];
  /** What schools pay for their own pupils and places: beside the line, not in it. */
  readonly bySchools: { readonly placements: readonly PlacementRow[]; readonly places: readonly PlacesRow[] };
}

/** A month that can be looked at. */
export interface MonthChoice {
  readonly month: Month;
  readonly title: string;
  readonly isClosed: boolean;
}
