/** How the words beside a quota bar speak of a day under each measure (issue, "Measures"): only the daily one counts day by day. */

export type QuotaMeasure = 'daily' | 'yearly_allowance' | 'census_day' | 'annual_average';

interface MeasureTerms {
  /** After a figure of places: "1 over quota", "2 free". */
  readonly over: string;
  readonly free: string;
  /** With nothing free and nothing over. */
  readonly full: string;
  /** The same in a table cell. */
  readonly overShort: string;
  readonly fullShort: string;
  /** What the day's figure is not; null where it is what is counted. */
  readonly counted: string | null;
}

const OF_THE_DAY = { over: 'above the quota of the day', free: 'below the quota of the day', full: 'at the quota of the day', overShort: 'above', fullShort: 'at the quota' };

const TERMS: Readonly<Record<QuotaMeasure, MeasureTerms>> = {
  daily: { over: 'over quota', free: 'free', full: 'none free', overShort: 'over', fullShort: 'full', counted: null },
  yearly_allowance: { ...OF_THE_DAY, counted: 'use over the quota is counted over the year, against its allowance of place-days' },
  census_day: { ...OF_THE_DAY, counted: 'use over the quota is counted on census days only' },
  annual_average: { ...OF_THE_DAY, counted: 'use over the quota is counted as the average of the year' },
};

/** Left out, a quota is counted day by day. */
export function measureTerms(measure: QuotaMeasure = 'daily'): MeasureTerms {
  return TERMS[measure];
}
