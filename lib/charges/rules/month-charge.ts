import { chargeBetween } from '@/lib/agreements/rules/charge';
import type { AgreementTerms } from '@/lib/agreements/types';
import { largestRemainder } from '@/lib/core/apportion';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { grouped } from '@/lib/core/grouped';
import { pence, type Pence } from '@/lib/core/pence';
import { overQuotaTo, quotaPosition } from '@/lib/placements/rules/over-quota';
import type { CountedPlacement } from '@/lib/placements/types';
import { type BorneDay, borneDays } from './borne-days';
import { type Month, monthOf } from './months';

/** Whoever pays: a school or a trust by its id, or the partnership's devolved pot. */
export type PayerKey = `school:${string}` | `trust:${string}` | `pot:${string}`;

/** One placement's over-quota share of one school day, in the month it is charged for. */
export interface ChargedDay {
  readonly on: CalendarDate;
  readonly reference: string;
  readonly pupilId: string;
  readonly schoolId: string | null;
  readonly payer: PayerKey;
  /** Tenths of a place-day. */
  readonly tenths: number;
  readonly amount: Pence;
}

/** What an agreement costs over its quota in one calendar month, down to the day. */
export interface MonthCharge {
  readonly month: Month;
  /** Q at the end of the month before and of this one, tenths of a place-day. */
  readonly fromTenths: number;
  readonly toTenths: number;
  /** The difference of two charges to date: the one rounding of the month. The days sum to it. */
  readonly amount: Pence;
  /** In order of payers as they first bear a day, then placements, then days. */
  readonly days: readonly ChargedDay[];
}

/** Months of an agreement's year that have a school day, in order. */
export function chargeMonths(terms: Pick<AgreementTerms, 'schoolDays'>): Month[] {
  return [...new Set(terms.schoolDays.map(monthOf))];
}

/**
 * The charge of every month of an agreement's year from pupils who have started (issue, "The charge"). Each month's
 * amount is rounded once; it is split over payers, then placements, then days by largest remainder on tenths of a
 * place-day, ties to the earlier day and then the lower reference, so that every level sums to the one above.
 *
 * @param fundHolderId the school or the trust that pays where the agreement names one
 */
export function monthCharges(
  terms: AgreementTerms, placements: readonly CountedPlacement[], fundHolderId: string | null, basis: 'actual' | 'held' = 'actual',
): MonthCharge[] {
  const position = quotaPosition(terms, placements, basis);
  const borne = grouped(borneDays(terms, position), (day) => monthOf(day.on));
  let fromTenths = 0;
  return chargeMonths(terms).map((month) => {
    const toTenths = overQuotaTo(terms, position.overTenths, `${month}-31` as CalendarDate);
    const amount = chargeBetween(terms, fromTenths, toTenths);
    const charge = { month, fromTenths, toTenths, amount, days: splitMonth(terms, amount, borne.get(month) ?? [], fundHolderId) };
    fromTenths = toTenths;
    return charge;
  });
}

function splitMonth(terms: AgreementTerms, amount: Pence, borne: readonly BorneDay[], fundHolderId: string | null): ChargedDay[] {
  return splitBy(amount, borne, (day) => payerOf(terms, day.placement, fundHolderId)).flatMap(([payer, own, amountOfPayer]) =>
    splitBy(amountOfPayer, own, (day) => day.placement.reference).flatMap(([reference, ofPlacement, amountOfPlacement]) =>
      splitBy(amountOfPlacement, ofPlacement, (day) => day.on).map(([on, [day], amountOfDay]) => ({
        on, reference, pupilId: day?.placement.pupilId ?? '', schoolId: day?.placement.attributedSchoolId ?? null, payer,
        tenths: ofPlacement.filter((one) => one.on === on).reduce((sum, one) => sum + one.tenths, 0), amount: amountOfDay,
      }))));
}

/** Groups in the order in which they come, each with its part of the amount. Days come by date, then reference. */
function splitBy<Key>(amount: Pence, days: readonly BorneDay[], keyOf: (day: BorneDay) => Key): [Key, BorneDay[], Pence][] {
  const groups = [...grouped(days, keyOf)];
  const parts = largestRemainder(amount, groups.map(([, own]) => BigInt(own.reduce((sum, day) => sum + day.tenths, 0))));
  return groups.map(([key, own], index) => [key, own, pence(parts[index] ?? 0n)]);
}

function payerOf(terms: AgreementTerms, placement: CountedPlacement, fundHolderId: string | null): PayerKey {
  switch (terms.payer) {
    case 'fund_holder_school': return `school:${named(terms, fundHolderId)}`;
    case 'fund_holder_trust': return `trust:${named(terms, fundHolderId)}`;
    case 'excluding_school': return `school:${placement.attributedSchoolId ?? ''}`;
    case 'devolved_pot': return `pot:${terms.partnershipId}`;
  }
}

function named(terms: AgreementTerms, fundHolderId: string | null): string {
  if (fundHolderId === null) throw new RangeError(`${terms.reference} names no fund-holder`);
  return fundHolderId;
}
