import type { CalendarDate } from '@/lib/core/calendar-date';
import type { Measure, Payer } from '../types';

/** What a form says about the parts of the terms that depend on each other. */
export interface TermsEntry {
  readonly measure: Measure['kind'];
  readonly allowance: string;
  readonly censusDays: readonly CalendarDate[];
  readonly payer: Payer;
  readonly fundHolderId: string | null;
  readonly fundHolderTrustId: string | null;
  readonly quota: string;
}

/** The same, each part present exactly where the measure and the payer need it. */
export interface NewTerms {
  readonly measure: Measure['kind'];
  readonly allowance: number | null;
  readonly censusDays: readonly CalendarDate[];
  readonly fundHolderId: string | null;
  readonly fundHolderTrustId: string | null;
  /** Null for a later version, which keeps the dated quotas. */
  readonly quota: number | null;
}

/** The parts that the measure and the payer need, out of a form whose shape was checked; `before` are the terms these follow. */
export function termsOf(entry: TermsEntry, before: object | null): NewTerms {
  return {
    measure: entry.measure,
    allowance: entry.measure === 'yearly_allowance' ? Number(entry.allowance) : null,
    censusDays: entry.measure === 'census_day' ? entry.censusDays : [],
    fundHolderId: entry.payer === 'fund_holder_school' ? entry.fundHolderId : null,
    fundHolderTrustId: entry.payer === 'fund_holder_trust' ? entry.fundHolderTrustId : null,
    quota: before === null ? Number(entry.quota) : null,
  };
}
