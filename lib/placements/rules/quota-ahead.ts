import type { AgreementTerms } from '@/lib/agreements/types';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { firstIndexFrom } from './day-index';
import type { QuotaPosition } from './over-quota';

/** Where a partnership stands highest against its quota on the school days still to come. Tenths of a place. */
export interface QuotaAhead {
  readonly useTenths: number;
  readonly quotaTenths: number;
  /** Quota less use on the fullest day; below zero when over. */
  readonly freeTenths: number;
  /** First and last of the days over the quota, or when none is over of the days as full as the fullest. */
  readonly firstOn: CalendarDate;
  readonly lastOn: CalendarDate;
  readonly schoolDays: number;
}

/** The fullest school day from today to the end of the agreement, and how many are like it; null when no school day is left. */
export function quotaAhead(terms: AgreementTerms, position: QuotaPosition, today: CalendarDate): QuotaAhead | null {
  const free = (index: number) => (position.quotaTenths[index] ?? 0) - (position.use.tenths[index] ?? 0);
  const from = firstIndexFrom(terms.schoolDays, today);
  const indexes = terms.schoolDays.flatMap((_, index) => (index >= from ? [index] : []));
  const [first] = indexes;
  if (first === undefined) return null;
  const fullest = indexes.reduce((best, index) => (free(index) < free(best) ? index : best), first);
  const freeTenths = free(fullest);
  const alike = indexes.filter((index) => (freeTenths < 0 ? free(index) < 0 : free(index) === freeTenths));
  return {
    useTenths: position.use.tenths[fullest] ?? 0, quotaTenths: position.quotaTenths[fullest] ?? 0, freeTenths, schoolDays: alike.length,
    firstOn: terms.schoolDays[alike[0] ?? first] ?? today, lastOn: terms.schoolDays[alike.at(-1) ?? first] ?? today,
  };
}

/** True when the chair must hear of it: over the quota, or no more than so many places free on the fullest day. */
export function isNearQuota(ahead: Pick<QuotaAhead, 'freeTenths'>, warnAtPlaces: number): boolean {
  return ahead.freeTenths <= warnAtPlaces * 10;
}
