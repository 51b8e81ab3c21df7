import type { CalendarDate } from '@/lib/core/calendar-date';
import type { Dated } from '@/lib/core/date-range';
import type { Pence } from '@/lib/core/pence';

/** How a placement counts against a quota. */
export type CountingKind = 'permanent_exclusion' | 'dual_registered' | 'authority_placed' | 'ehc_named';

/** The agreement's counting rule. */
export interface CountingRule {
  /** Tenths of a place that a full-time pupil of each kind counts: 10 is a whole place, 0 does not count. */
  readonly weightTenths: Readonly<Record<CountingKind, number>>;
  /** Part-time pupils by their share in tenths, or every pupil as a whole head. */
  readonly partTime: 'tenths' | 'heads';
  readonly start: 'first_day_counts' | 'day_after_counts';
  readonly end: 'last_day_counts' | 'last_day_free';
}

/** How use above the quota becomes a quantity. Each gives Q(d), cumulative since 1 September, in tenths of a place-day. */
export type Measure =
  | { readonly kind: 'daily' }
  | { readonly kind: 'yearly_allowance'; readonly allowancePlaceDays: number }
  | { readonly kind: 'census_day'; readonly censusDays: readonly CalendarDate[] }
  | { readonly kind: 'annual_average' };

export type Payer = 'fund_holder_school' | 'fund_holder_trust' | 'excluding_school' | 'devolved_pot';

/** One school of an agreement. */
export interface AgreementSchool {
  readonly schoolId: string;
  /** Days on which the school is a member of the partnership. */
  readonly membership: readonly Dated<object>[];
  /** Days on which a legally binding agreement, executed by the right party, covers the school (R59b). */
  readonly binding: readonly Dated<object>[];
  /** Weight for the school's share of the quota (1 for an equal split, else its roll). */
  readonly shareWeight: number;
}

/** Terms of one agreement version, for one partnership and academic year. */
export interface AgreementTerms {
  readonly id: string;
  readonly reference: string;
  readonly version: number;
  readonly partnershipId: string;
  /** `2025/26`, 1 September to 31 August. */
  readonly academicYear: string;
  readonly firstOn: CalendarDate;
  readonly lastOn: CalendarDate;
  readonly phase: 'primary' | 'secondary';
  readonly quota: readonly Dated<{ readonly places: number }>[];
  readonly counting: CountingRule;
  readonly measure: Measure;
  readonly annualPence: Pence;
  /** The agreement's number of days in a priced year, for example 190. */
  readonly basisDays: number;
  readonly payer: Payer;
  /** The clause that sets the charge, as people cite it: `clause 4`. */
  readonly chargeClause: string;
  /** School days of the agreement's own calendar between firstOn and lastOn, in order. */
  readonly schoolDays: readonly CalendarDate[];
  /**
   * School days of the same calendar before firstOn, in order, as far back as the earliest stay that
   * reaches into the year: a stay may have begun in an earlier year, and only its school days break it.
   * None when left out, so give it whenever placements of earlier years are given.
   */
  readonly earlierSchoolDays?: readonly CalendarDate[];
  /** Take the share of a school without a binding agreement off the quota (R59b; a setting of the agreement). */
  readonly withholdUnboundShare: boolean;
  readonly schools: readonly AgreementSchool[];
}
