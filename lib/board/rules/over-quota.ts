import type { AgreementTerms } from '@/lib/agreements/types';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { overQuotaTo, quotaPosition } from '@/lib/placements/rules/over-quota';
import type { CountedPlacement } from '@/lib/placements/types';

/** Place-days over the quota, and how many pupils the quantity tells of at least. */
export interface OverQuota {
  readonly placeDays: number;
  /** The fewest whole places that any month of it was over at its most: months come to light by subtraction. */
  readonly pupils: number;
}

/**
 * Over-quota place-days since 1 September to the end of a day, by the agreement's own measure, as the charge counts them
 * (actual use). A year's allowance or average that is passed on days within the quota tells of all pupils who count.
 */
export function overQuotaOf(terms: AgreementTerms, placements: readonly CountedPlacement[], to: CalendarDate): OverQuota {
  const { use, quotaTenths, overTenths } = quotaPosition(terms, placements, 'actual');
  const months = new Map<string, { tenths: number; over: number; used: number }>();
  terms.schoolDays.forEach((day, index) => {
    if (day > to) return;
    const month = months.get(day.slice(0, 7)) ?? { tenths: 0, over: 0, used: 0 };
    const used = use.tenths[index] ?? 0;
    month.tenths += (overTenths[index] ?? 0) - (overTenths[index - 1] ?? 0);
    month.over = Math.max(month.over, used - (quotaTenths[index] ?? 0));
    month.used = Math.max(month.used, used);
    months.set(day.slice(0, 7), month);
  });
  const behind = [...months.values()].filter((month) => month.tenths > 0).map((month) => Math.ceil((month.over > 0 ? month.over : month.used) / 10));
  return { placeDays: overQuotaTo(terms, overTenths, to) / 10, pupils: behind.length === 0 ? 0 : Math.min(...behind) };
}
