import type { CalendarDate } from '@/lib/core/calendar-date';
import { divideHalfUp, type Pence, pence } from '@/lib/core/pence';
import type { FinancialYear } from '../types';
import { yearAfter, yearOfDate } from './financial-year';

/**
 * The most to spend in each financial year from the first step to the target, in equal yearly steps: the last is the
 * target itself, and steps are rounded to the penny from the baseline, so that no rounding adds up.
 */
export function targetPath(
  { baseline, target, stepsFrom, targetOn }: { readonly baseline: Pence; readonly target: Pence; readonly stepsFrom: CalendarDate; readonly targetOn: CalendarDate },
): { year: FinancialYear; most: Pence }[] {
  const first = yearOfDate(stepsFrom);
  const steps = Number(yearOfDate(targetOn).slice(0, 4)) - Number(first.slice(0, 4)) + 1;
  return Array.from({ length: steps }, (_, index) => ({
    year: yearAfter(first, index), most: pence(baseline - divideHalfUp((baseline - target) * BigInt(index + 1), BigInt(steps))),
  }));
}
