/** The calculations that a measure of the Governance Board can name: what each counts, from which records, over which days. */

export const CALCULATION_KEYS = [
  'exclusions_recorded', 'exclusions_upheld', 'pru_population', 'days_to_start', 'started_by_day_six', 'retained', 'over_quota', 'attendance', 'reintegrations',
  'independent_places', 'independent_spend',
] as const;
export type CalculationKey = (typeof CALCULATION_KEYS)[number];

/** What a figure is counted in. */
export type Unit = 'pupils' | 'share' | 'school_days' | 'place_days' | 'pounds';

/**
 * The days a calculation is of. Exclusions by the term: counts by the month would tell of single pupils by subtraction
 * (quantitative methods, section 6). Stocks on the last school day of the month. Place-days from
 * 1 September to the end of that month, as the charge is counted. Spend from 1 April, as the budget is.
 */
export type DaysOf = 'three_terms' | 'month_end' | 'agreement_year' | 'financial_year';

export interface Calculation {
  readonly title: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly unit: Unit;
  readonly daysOf: DaysOf;
  /** The records that it reads. */
  readonly source: string;
  /** Whether the value is a number of things that happen, which has an interval. */
  readonly isCount: boolean;
}

const ONE = 'None: it is a number';

export const CATALOGUE: Readonly<Record<CalculationKey, Calculation>> = {
  exclusions_recorded: {
    title: 'Permanent exclusions recorded', numerator: 'Permanent exclusions recorded by schools of a partnership, whatever became of them', denominator: ONE,
    unit: 'pupils', daysOf: 'three_terms', source: 'Records of permanent exclusions', isCount: true,
  },
  exclusions_upheld: {
    title: 'Permanent exclusions upheld', numerator: 'Those of them that the governing board or a panel has upheld by the last day', denominator: ONE,
    unit: 'pupils', daysOf: 'three_terms', source: 'Records of permanent exclusions and of the decisions on them', isCount: true,
  },
  pru_population: {
    title: 'PRU population', numerator: 'Pupils who had started at a PRU or AP academy and were in the place on the day', denominator: 'The number of pupils agreed with these sites',
    unit: 'pupils', daysOf: 'month_end', source: 'Records of placements and sites', isCount: false,
  },
  days_to_start: {
    title: 'School days from exclusion to start', numerator: 'The school day of exclusion on which full-time education began, the middle one of all pupils (median)',
    denominator: 'Pupils permanently excluded whose education this authority owes and who have started', unit: 'school_days', daysOf: 'three_terms',
    source: 'Records of permanent exclusions and placements', isCount: false,
  },
  started_by_day_six: {
    title: 'Started by day 6', numerator: 'Pupils who started on or before the sixth school day of exclusion', denominator: 'Pupils permanently excluded whose education this authority owes, who started in a place or still wait for one',
    unit: 'share', daysOf: 'three_terms', source: 'Records of permanent exclusions and placements', isCount: false,
  },
  retained: {
    title: 'Retained in the learning community', numerator: 'Pupils of the partnership\u2019s schools who are in AP at a member school, in its in-school AP or in AP that its schools commissioned',
    denominator: 'All its pupils who are out of their classroom that day: in a place, or permanently excluded and without one', unit: 'share', daysOf: 'month_end',
    source: 'Records of placements, exclusions and commissioned places', isCount: false,
  },
  over_quota: {
    title: 'Over-quota place-days', numerator: 'Place-days over the quota that were charged for since 1 September, by each agreement\u2019s own measure', denominator: ONE,
    unit: 'place_days', daysOf: 'agreement_year', source: 'Posted charges of the closed months', isCount: false,
  },
  attendance: {
    title: 'Attendance in AP', numerator: 'Sessions attended', denominator: 'Sessions that could be attended', unit: 'share', daysOf: 'month_end', source: 'Records of attendance', isCount: false,
  },
  reintegrations: {
    title: 'Reintegrations that held', numerator: 'Pupils who went from AP to the roll of a mainstream school and were still there, without a new place or exclusion, 84 days later',
    denominator: 'Pupils who went from AP to the roll of a mainstream school and whose 84 days ended within these terms', unit: 'share', daysOf: 'three_terms',
    source: 'Records of placements, school rolls and permanent exclusions', isCount: false,
  },
  independent_places: {
    title: 'Pupils in independent places', numerator: 'Pupils who had started at an independent provider and were in the place on the day', denominator: ONE,
    unit: 'pupils', daysOf: 'month_end', source: 'Records of placements', isCount: false,
  },
  independent_spend: {
    title: 'Independent spend against its path', numerator: 'Forecast spend on independent and out-of-authority places in the financial year', denominator: 'The most that the path to 25% less allows in the year',
    unit: 'pounds', daysOf: 'financial_year', source: 'The high-needs monitor', isCount: false,
  },
};

export function isCalculation(key: string): key is CalculationKey {
  return (CALCULATION_KEYS as readonly string[]).includes(key);
}
