import type { AgreementTerms } from '@/lib/agreements/types';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { censusIndexByDay, type QuotaPosition } from './over-quota';
import type { UseSegment } from './quota-use';
import { compareStays, type Stay } from './stays';

/** What one stay bears of the over-quota quantity. */
export interface StayOverQuota {
  readonly stay: Stay;
  /** Tenths of a place-day in all. */
  readonly tenths: number;
  /** Tenths of a place-day on each school day on which the stay bears any. */
  readonly days: readonly { readonly on: CalendarDate; readonly tenths: number }[];
}

/**
 * Lays each day's over-quota tenths on the stays that counted, the latest stay first: by start, then
 * by the instant of the decision, then by reference. The parts sum to Q of the agreement.
 *
 * Daily measure and yearly allowance: what Q grows by on a day, on the stays that count on that day.
 * Census day: the census day's excess on the stays that count on it, for every school day it governs.
 * Annual average: the year's excess on the last school day, each stay bearing at most its use of the year.
 *
 * @returns the stays that bear any, latest first
 */
export function overQuotaByStay(terms: Pick<AgreementTerms, 'measure' | 'schoolDays'>, position: QuotaPosition): StayOverQuota[] {
  const { segments } = position.use;
  const borne = new Map<Stay, { on: CalendarDate; tenths: number }[]>();
  const lay = (index: number, tenths: number, uses: ReadonlyMap<Stay, number>) => {
    const on = terms.schoolDays[index];
    let left = tenths;
    for (const stay of on === undefined || left === 0 ? [] : [...uses.keys()].sort(compareStays).reverse()) {
      const part = Math.min(left, uses.get(stay) ?? 0);
      if (part === 0 || on === undefined) continue;
      left -= part;
      const days = borne.get(stay);
      if (days) days.push({ on, tenths: part });
      else borne.set(stay, [{ on, tenths: part }]);
    }
  };
  const governing = terms.measure.kind === 'census_day' ? censusIndexByDay(terms.schoolDays, terms.measure.censusDays) : null;
  position.overTenths.forEach((to, index) => {
    const grown = to - (position.overTenths[index - 1] ?? 0);
    if (grown === 0) return;
    lay(index, grown, terms.measure.kind === 'annual_average' ? usesOfYear(segments) : usesOn(segments, governing?.[index] ?? index));
  });
  return [...borne]
    .map(([stay, days]) => ({ stay, days, tenths: days.reduce((sum, day) => sum + day.tenths, 0) }))
    .sort((a, b) => compareStays(b.stay, a.stay));
}

function usesOn(segments: readonly UseSegment[], index: number): Map<Stay, number> {
  const uses = new Map<Stay, number>();
  for (const { stay, span, tenths } of segments) {
    if (span.from <= index && index <= span.to) uses.set(stay, (uses.get(stay) ?? 0) + tenths);
  }
  return uses;
}

function usesOfYear(segments: readonly UseSegment[]): Map<Stay, number> {
  const uses = new Map<Stay, number>();
  for (const { stay, span, tenths } of segments) uses.set(stay, (uses.get(stay) ?? 0) + tenths * (span.to - span.from + 1));
  return uses;
}
