import { divideHalfUp } from '@/lib/core/pence';

/**
 * Average occupancy in tenths of a per cent, half up; null where either number is missing or no place is commissioned. It is
 * reckoned from the average as it is printed, so that every page and report that shows the two shows the same share.
 * @param averageTenths places taken on average, in whole tenths
 */
export function occupancyPerMille(averageTenths: number | null, commissioned: number | null): number | null {
  if (averageTenths === null || commissioned === null || commissioned <= 0) return null;
  return Number(divideHalfUp(BigInt(averageTenths) * 1000n, BigInt(commissioned) * 10n));
}
