import type { Month } from '@/lib/charges/rules/months';
import { largestRemainder } from '@/lib/core/apportion';
import { type Pence, pence } from '@/lib/core/pence';
import { placeInYear } from './financial-year';

/**
 * The part of a year's budget that belongs to the months up to and including one.
 * @param profile twelve weights, April first; the months' parts always sum to the budget
 */
export function budgetToDate(budget: Pence, profile: readonly number[], month: Month): Pence {
  return pence(largestRemainder(budget, profile.map(BigInt)).slice(0, placeInYear(month) + 1).reduce((sum, part) => sum + part, 0n));
}
