import { divideHalfUp, pence, type Pence } from '@/lib/core/pence';
import type { AgreementTerms } from '../types';

/** The price of an agreement: so much a year, on so many days. */
export type AgreementPrice = Pick<AgreementTerms, 'annualPence' | 'basisDays'>;

/**
 * The charge to date for a cumulative over-quota quantity: round half up of
 * annual pence x tenths / (10 x basis days). The basis is the agreement's own number and is never
 * mixed with another (R60c; quantitative methods, section 5: accrual without drift).
 *
 * An amount for a period is the difference of two such figures, never a sum of rounded days.
 *
 * @param tenths tenths of a place-day since 1 September, whole and not negative
 * @throws RangeError for a quantity that is not whole or is below zero, or a basis below one day
 */
export function chargeToDate(price: AgreementPrice, tenths: number): Pence {
  if (!Number.isSafeInteger(tenths) || tenths < 0) throw new RangeError(`Not tenths of a place-day: ${tenths}`);
  if (!Number.isSafeInteger(price.basisDays) || price.basisDays < 1) throw new RangeError(`Not a number of basis days: ${price.basisDays}`);
  return pence(divideHalfUp(price.annualPence * BigInt(tenths), 10n * BigInt(price.basisDays)));
}

/** What the quantity from one cumulative figure to another costs; negative when it falls, so that parts always sum. */
export function chargeBetween(price: AgreementPrice, fromTenths: number, toTenths: number): Pence {
  return pence(chargeToDate(price, toTenths) - chargeToDate(price, fromTenths));
}
