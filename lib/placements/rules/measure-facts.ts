import type { AgreementTerms } from '@/lib/agreements/types';
import type { CalendarDate } from '@/lib/core/calendar-date';
import type { CountedPlacement } from '../types';
import type { UseBasis } from './counting-weight';
import { firstIndexFrom } from './day-index';
import { censusIndexByDay, expectedAtYearEnd, type QuotaPosition } from './over-quota';

/** What a census day counts: its use over the quota, once for each school day until the next census day. Tenths of a place. */
export interface CensusCount {
  readonly on: CalendarDate;
  readonly useTenths: number;
  readonly quotaTenths: number;
  /** First and last of the school days it counts for, and how many. */
  readonly firstOn: CalendarDate;
  readonly lastOn: CalendarDate;
  readonly schoolDays: number;
}

/** With a change, where an agreement stands as its own measure counts (issue, "Measures"). */
export type MeasureFacts =
  | { readonly kind: 'daily' }
  /** Place-days used in the whole year and allowed in it, in tenths. */
  | { readonly kind: 'yearly_allowance'; readonly usedTenths: number; readonly allowanceTenths: number; readonly lastOn: CalendarDate }
  /** The next census day from today on, and those whose count the change alters. */
  | { readonly kind: 'census_day'; readonly next: CensusCount | null; readonly changed: readonly CensusCount[] }
  /** Expected over-quota place-days at the year's end if nobody leaves, in tenths, without and with the change. */
  | { readonly kind: 'annual_average'; readonly lastOn: CalendarDate; readonly isOver: boolean; readonly withoutTenths: number; readonly withTenths: number };

interface Change {
  readonly before: readonly CountedPlacement[];
  readonly after: readonly CountedPlacement[];
  readonly without: QuotaPosition;
  readonly withChange: QuotaPosition;
}

/** @param asOf today: which census day is next, and who is taken to stay */
export function measureFacts(terms: AgreementTerms, change: Change, asOf: CalendarDate, basis: UseBasis): MeasureFacts {
  const { measure } = terms;
  const lastOn = terms.schoolDays.at(-1) ?? terms.lastOn;
  switch (measure.kind) {
    case 'daily':
      return { kind: 'daily' };
    case 'yearly_allowance':
      return {
        kind: 'yearly_allowance', lastOn, allowanceTenths: measure.allowancePlaceDays * 10,
        usedTenths: change.withChange.use.tenths.reduce((sum, tenths) => sum + tenths, 0),
      };
    case 'census_day': {
      const counts = censusCounts(terms, measure.censusDays, change.withChange);
      return {
        kind: 'census_day', next: counts.find((one) => one.index >= firstIndexFrom(terms.schoolDays, asOf))?.count ?? null,
        changed: counts.filter(({ index }) => change.without.use.tenths[index] !== change.withChange.use.tenths[index]).map((one) => one.count),
      };
    }
    case 'annual_average':
      return {
        kind: 'annual_average', lastOn, isOver: asOf > lastOn,
        withoutTenths: expectedAtYearEnd(terms, change.before, asOf, basis), withTenths: expectedAtYearEnd(terms, change.after, asOf, basis),
      };
  }
}

function censusCounts({ schoolDays }: AgreementTerms, censusDays: readonly CalendarDate[], position: QuotaPosition): { index: number; count: CensusCount }[] {
  const governing = censusIndexByDay(schoolDays, censusDays);
  const starts = [...new Set(governing)].filter((index): index is number => index !== null);
  return starts.flatMap((index) => {
    const days = schoolDays.filter((_, day) => governing[day] === index);
    const [firstOn, lastOn] = [days[0], days.at(-1)];
    if (firstOn === undefined || lastOn === undefined) return [];
    return [{ index, count: { on: firstOn, useTenths: position.use.tenths[index] ?? 0, quotaTenths: position.quotaTenths[index] ?? 0, firstOn, lastOn, schoolDays: days.length } }];
  });
}

/** True when, as the measure counts, the partnership is over with the change on a day or in a year that the change touches. */
export function isOverAsCounted(facts: MeasureFacts, dailyIsOver: boolean): boolean {
  switch (facts.kind) {
    case 'daily': return dailyIsOver;
    case 'yearly_allowance': return facts.usedTenths > facts.allowanceTenths;
    case 'census_day': return facts.changed.some((one) => one.useTenths > one.quotaTenths);
    case 'annual_average': return facts.withTenths > 0;
  }
}
