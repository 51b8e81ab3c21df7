import type { CalendarDate } from '@/lib/core/calendar-date';
import { invalid } from '@/lib/core/refusal';
import type { Measure, Payer } from '../types';

/** What a form says about the parts of the terms that depend on each other. */
export interface TermsEntry {
  readonly measure: Measure['kind'];
  readonly allowance: string;
  readonly censusDays: readonly CalendarDate[];
  readonly payer: Payer;
  readonly fundHolderId: string | null;
  readonly quota: string;
}

/** The same, each part present exactly where the measure and the payer need it. */
export interface NewTerms {
  readonly measure: Measure['kind'];
  readonly allowance: number | null;
  readonly censusDays: readonly CalendarDate[];
  readonly fundHolderId: string | null;
  /** Null for a later version, which keeps the dated quotas. */
  readonly quota: number | null;
}

/**
 * Checks that a measure has its own fields, a payer the fund-holder, and a first version its quota.
 * @throws Refused at the field that is missing
 */
export function termsOf(entry: TermsEntry, before: object | null): NewTerms {
  return {
    measure: entry.measure,
    allowance: entry.measure === 'yearly_allowance' ? wholeNumber(entry.allowance, 'allowance', 'The yearly allowance needs a whole number of place-days') : null,
    censusDays: entry.measure === 'census_day' ? someDays(entry.censusDays) : [],
    fundHolderId: entry.payer === 'fund_holder_school' ? fundHolder(entry.fundHolderId) : null,
    quota: before === null ? wholeNumber(entry.quota, 'quota', 'Enter the quota: a whole number of places from 1 September') : null,
  };
}

function wholeNumber(text: string, field: string, message: string): number {
  if (!/^\d{1,6}$/.test(text)) throw invalid(field, message);
  return Number(text);
}

function someDays(days: readonly CalendarDate[]): readonly CalendarDate[] {
  if (days.length === 0) throw invalid('censusDays', 'Census days need at least one date');
  return days;
}

function fundHolder(id: string | null): string {
  if (id === null) throw invalid('fundHolderId', 'Choose the fund-holder school, which pays');
  return id;
}
