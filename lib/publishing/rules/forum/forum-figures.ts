/** The true figures of a month from which the Schools Forum's report is drawn up. Amounts in pence, places in tenths. */

/** One line of spend; an income is above zero too and says so. */
export interface ForumLine {
  readonly key: string;
  readonly title: string;
  readonly isIncome: boolean;
  readonly budget: number | null;
  /** From 1 April to the end of the month. */
  readonly actual: number | null;
  /** For the financial year, if nobody leaves. */
  readonly forecast: number | null;
  /** Different pupils behind the line since 1 April; null where it is known to rest on no pupil. */
  readonly pupils: number | null;
}

export interface ForumProvider {
  readonly key: string;
  readonly name: string;
  readonly commissioned: number | null;
  readonly occupiedTenths: number;
  readonly averageTenths: number | null;
  readonly pupils: number;
  readonly unitCost: number | null;
}

/** One financial year of the comparison: what is not known is null. */
export interface ForumYear {
  readonly year: string;
  readonly isForecast: boolean;
  readonly spend: readonly { readonly key: string; readonly title: string; readonly amount: number | null; /** Different pupils behind it in the year. */ readonly pupils: number | null }[];
  readonly commissioned: number | null;
  readonly pupils: number | null;
}

export interface ForumExclusions {
  /** `Autumn 2025/26`. */
  readonly term: string;
  readonly groups: readonly { readonly key: string; readonly name: string; readonly count: number }[];
}

export interface ForumFigures {
  readonly month: string;
  readonly monthTitle: string;
  /** `2025-26`. */
  readonly year: string;
  readonly lines: readonly ForumLine[];
  readonly providers: readonly ForumProvider[];
  /** Different pupils of all providers in the month. */
  readonly pupils: number;
  readonly unitCost: number | null;
  /** Earliest first; the report's own year is the last. */
  readonly years: readonly ForumYear[];
  readonly toExplain: readonly { readonly key: string; readonly title: string; readonly words: string; readonly reasons: readonly string[] }[];
  readonly reserves: readonly { readonly name: string; readonly broughtForward: number | null; readonly carriedForward: number | null }[];
  /** The last term that ended by the end of the month; null where no calendar says. */
  readonly exclusions: ForumExclusions | null;
  readonly sources: readonly string[];
  /** Other months of the same financial year with a published report or figures frozen for the Board: pupils behind each line between the end of the one and the end of the other. */
  readonly between: readonly { readonly month: string; readonly pupils: Readonly<Record<string, number | null>> }[];
}
