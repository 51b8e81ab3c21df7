import type { AgreementTerms } from '@/lib/agreements/types';
import type { CountedPlacement } from '../types';
import { quotaUse, type QuotaUse } from './quota-use';

/**
 * Use of a quota on a school day, tenths of a place: by pupils who have started, and what is held beside for those who
 * ought to have. The two are never one figure.
 */
export function usedAndAwaited(terms: AgreementTerms, placements: readonly CountedPlacement[], held: QuotaUse, index: number): { readonly usedTenths: number; readonly awaitedTenths: number } {
  const usedTenths = quotaUse(terms, placements, 'actual').tenths[index] ?? 0;
  return { usedTenths, awaitedTenths: Math.max(0, (held.tenths[index] ?? 0) - usedTenths) };
}
