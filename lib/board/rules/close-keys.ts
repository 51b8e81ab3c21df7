import type { Month } from '@/lib/charges/rules/months';
import type { CalculationKey } from './catalogue';

export type SplitCell = 'yes' | 'no' | 'both';

/** Names of the same figure in the Board's tables and in the Forum's reports: what is one number must have one key. */
const EXCLUSIONS: Readonly<Record<SplitCell, string>> = { both: 'exclusions', yes: 'exclusions upheld', no: 'exclusions not upheld' };

export const isOfExclusions = (calculation: CalculationKey): boolean => calculation === 'exclusions_recorded' || calculation === 'exclusions_upheld';

/** The key of a cell of a partnership, or of `total`, over some days. */
export function splitKey(calculation: CalculationKey, cell: SplitCell, days: string, part: string): string {
  return `${isOfExclusions(calculation) ? EXCLUSIONS[cell] : `board ${calculation} ${cell}`} ${days} ${part}`;
}

/** Tenths of a place-day over the quota since 1 September. */
export const overQuotaKey = (month: Month, part: string): string => `board over quota ${month} ${part}`;
export const forecastKey = (month: Month): string => `forecast independent ${month}`;
export const incomeKey = (month: Month): string => `actual over_quota_income ${month}`;
export const takenKey = (providerId: string, month: Month): string => `taken ${providerId} ${month}`;
