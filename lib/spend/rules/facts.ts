import type { Month } from '@/lib/charges/rules/months';
import type { CalendarDate } from '@/lib/core/calendar-date';
import type { Pence } from '@/lib/core/pence';
import type { FinancialYear, ProviderKind, SpendLineKey } from '../types';
import type { BoughtPlaces } from './place-cost';
import type { PupilPrice } from './pupil-cost';

export type PaidBy = 'authority' | 'department' | 'schools';

/** A placement as it stood, by its case reference: no name and no need (R79). */
export interface SpendStay {
  readonly id: string;
  readonly reference: string;
  readonly pupilId: string;
  readonly siteId: string;
  readonly providerId: string;
  readonly providerName: string;
  readonly providerKind: ProviderKind;
  readonly countingKind: 'permanent_exclusion' | 'dual_registered' | 'authority_placed' | 'ehc_named';
  readonly schoolName: string | null;
  readonly state: 'proposed' | 'accepted' | 'concern' | 'started' | 'not_arrived' | 'left' | 'cancelled';
  readonly firstOn: CalendarDate;
  /** The day of leaving, else the planned end. */
  readonly lastOn: CalendarDate;
  readonly plannedLastOn: CalendarDate;
  readonly leftOn: CalendarDate | null;
  readonly tenths: number;
  readonly yearGroup: number;
}

export interface SpendPlaces extends BoughtPlaces {
  readonly providerId: string;
  readonly providerName: string;
  readonly providerKind: ProviderKind;
  readonly boughtBy: PaidBy;
  readonly source: string;
}

export interface SpendPrice extends PupilPrice {
  readonly providerId: string;
  readonly kind: 'place' | 'pupil';
  readonly paidBy: PaidBy;
  readonly source: string;
}

export interface SpendBudget {
  readonly line: SpendLineKey;
  readonly year: FinancialYear;
  readonly amount: Pence;
  /** Twelve weights, April first. */
  readonly profile: readonly number[];
  readonly source: string;
  readonly reason: string;
}

export interface SpendEntry {
  readonly id: string;
  readonly line: SpendLineKey;
  readonly month: Month;
  readonly kind: 'actual' | 'estimate';
  readonly amount: Pence;
  readonly source: string;
  readonly reason: string;
}

/** What a partnership's over-quota income account holds of a month; below zero, as income is. */
export interface SpendIncome {
  readonly month: Month;
  readonly partnership: string;
  readonly amount: Pence;
}

/** The school days of a site. Both may throw `CountRefused`. */
export interface SiteDays {
  count(first: CalendarDate, last: CalendarDate): number;
  /** Of the academic year that the date lies in. */
  lastSchoolDay(on: CalendarDate): CalendarDate;
}

/** Everything that figures are worked out from, as recorded until one moment. */
export interface SpendFacts {
  readonly stays: readonly SpendStay[];
  readonly places: readonly SpendPlaces[];
  /** In order of their first days. */
  readonly prices: readonly SpendPrice[];
  readonly budgets: readonly SpendBudget[];
  readonly entries: readonly SpendEntry[];
  readonly income: readonly SpendIncome[];
  /** The months whose charge is posted. */
  readonly postedMonths: readonly Month[];
  readonly daysOf: (siteId: string) => SiteDays;
}
