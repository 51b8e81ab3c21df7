import { chargeBetween } from '@/lib/agreements/rules/charge';
import { quotaTenthsByDay } from '@/lib/agreements/rules/quota';
import type { AgreementTerms } from '@/lib/agreements/types';
import { addDays, type CalendarDate, maxDate } from '@/lib/core/calendar-date';
import type { Pence } from '@/lib/core/pence';
import type { CountedPlacement } from '../types';
import { standsOn, type UseBasis } from './counting-weight';
import { firstIndexFrom, lastIndexTo } from './day-index';
import { type QuotaUse, quotaUse } from './quota-use';

/** Use, quota and the cumulative over-quota quantity of an agreement on each school day of its calendar. */
export interface QuotaPosition {
  readonly use: QuotaUse;
  /** Tenths of a place on each school day. */
  readonly quotaTenths: readonly number[];
  /** Q(d): tenths of a place-day since 1 September to the end of each school day. Never falls. */
  readonly overTenths: readonly number[];
}

/** The position of the whole agreement. */
export function quotaPosition(terms: AgreementTerms, placements: readonly CountedPlacement[], basis: UseBasis = 'held'): QuotaPosition {
  const use = quotaUse(terms, placements, basis);
  const quotaTenths = quotaTenthsByDay(terms);
  return { use, quotaTenths, overTenths: overQuotaByDay(terms, use.tenths, quotaTenths) };
}

/**
 * Q(d) under the agreement's measure for each school day since 1 September: cumulative, never
 * falling, in tenths of a place-day (issue, "Model", measures).
 *
 * @param useTenths use on each school day, tenths of a place
 * @param quotaTenths quota on each school day, tenths of a place
 */
export function overQuotaByDay(
  terms: Pick<AgreementTerms, 'measure' | 'schoolDays'>,
  useTenths: readonly number[],
  quotaTenths: readonly number[],
): number[] {
  const over = useTenths.map((use, index) => Math.max(0, use - (quotaTenths[index] ?? 0)));
  const { measure, schoolDays } = terms;
  switch (measure.kind) {
    case 'daily':
      return runningTotals(over);
    case 'yearly_allowance':
      return runningTotals(useTenths).map((used) => Math.max(0, used - measure.allowancePlaceDays * 10));
    case 'census_day': {
      const governing = censusIndexByDay(schoolDays, measure.censusDays);
      return runningTotals(governing.map((index) => (index === null ? 0 : over[index] ?? 0)));
    }
    case 'annual_average': {
      const year = Math.max(0, total(useTenths) - total(quotaTenths));
      return useTenths.map((_, index) => (index === useTenths.length - 1 ? year : 0));
    }
  }
}

/**
 * For each school day, the position of the census day that governs it, or null before the first.
 * A named day that is no school day is taken on the next one.
 */
export function censusIndexByDay(schoolDays: readonly CalendarDate[], censusDays: readonly CalendarDate[]): (number | null)[] {
  const named = new Set(censusDays.map((day) => firstIndexFrom(schoolDays, day)));
  let latest: number | null = null;
  return schoolDays.map((_, index) => {
    if (named.has(index)) latest = index;
    return latest;
  });
}

/** Q to the end of a date: that of the last school day on or before it, 0 before the first. Tenths of a place-day. */
export function overQuotaTo(terms: Pick<AgreementTerms, 'schoolDays'>, overTenths: readonly number[], date: CalendarDate): number {
  return overTenths[lastIndexTo(terms.schoolDays, date)] ?? 0;
}

/** What use over the quota from `firstOn` to `lastOn`, both included, costs: a difference of two charges to date, so that parts sum. */
export function chargeForPeriod(terms: AgreementTerms, overTenths: readonly number[], firstOn: CalendarDate, lastOn: CalendarDate): Pence {
  return chargeBetween(terms, overQuotaTo(terms, overTenths, addDays(firstOn, -1)), overQuotaTo(terms, overTenths, lastOn));
}

/**
 * Q expected at the year's end if nobody leaves: every pupil who is in a place on `asOf` or is to start
 * after it is taken to stay in the last of them to the end of the agreement year. Tenths of a place-day.
 * This is an expectation, not a charge: before the last school day the annual average gives none.
 */
export function expectedAtYearEnd(
  terms: AgreementTerms,
  placements: readonly CountedPlacement[],
  asOf: CalendarDate,
  basis: UseBasis = 'held',
): number {
  return quotaPosition(terms, asIfNobodyLeaves(placements, asOf, terms.lastOn, basis), basis).overTenths.at(-1) ?? 0;
}

/** The placements with each pupil's last one running on to `until`, where it has not ended before `asOf`. */
export function asIfNobodyLeaves(
  placements: readonly CountedPlacement[],
  asOf: CalendarDate,
  until: CalendarDate,
  basis: UseBasis,
): CountedPlacement[] {
  const standing = (placement: CountedPlacement) => standsOn(basis, placement.state);
  const lastOf = new Map<string, CalendarDate>();
  for (const placement of placements.filter(standing)) {
    const known = lastOf.get(placement.pupilId);
    lastOf.set(placement.pupilId, known === undefined ? placement.lastOn : maxDate(known, placement.lastOn));
  }
  return placements.map((placement) => {
    const runsOn = standing(placement) && placement.state !== 'left' && placement.lastOn >= asOf
      && placement.lastOn === lastOf.get(placement.pupilId) && placement.lastOn < until;
    return runsOn ? { ...placement, lastOn: until } : placement;
  });
}

function runningTotals(amounts: readonly number[]): number[] {
  let running = 0;
  return amounts.map((amount) => (running += amount));
}

function total(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}
