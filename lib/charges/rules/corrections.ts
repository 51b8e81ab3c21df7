import type { CalendarDate } from '@/lib/core/calendar-date';
import { pence, type Pence } from '@/lib/core/pence';
import { compareReferences } from '@/lib/placements/rules/stays';
import type { ChargedDay, MonthCharge, PayerKey } from './month-charge';
import { type Month, monthOf } from './months';

/** What has been posted for one placement, payer and day so far, corrections included. */
export type PostedDay = Pick<ChargedDay, 'on' | 'reference' | 'payer' | 'tenths' | 'amount'>;

/** A later entry for a day of a closed month: what the facts of now give less what was posted. */
export interface Correction {
  /** The month it concerns. */
  readonly month: Month;
  readonly on: CalendarDate;
  readonly reference: string;
  readonly payer: PayerKey;
  /** May be below zero. */
  readonly tenths: number;
  readonly amount: Pence;
}

/**
 * What closed months need in the next open period so that they stand as the facts of now give them, at their own
 * month's price and quota. With nothing late there is nothing to correct; after posting the corrections there is
 * nothing either. In order of days, then references, then payers.
 *
 * @param now the months as computed today, closed ones only
 * @param posted every posted line of those months
 */
export function corrections(now: readonly MonthCharge[], posted: readonly PostedDay[]): Correction[] {
  const closed = new Set(now.map((one) => one.month));
  const balance = new Map<string, PostedDay & { tenths: number; amount: bigint }>();
  const add = (day: PostedDay, sign: 1 | -1): void => {
    const key = JSON.stringify([day.on, day.reference, day.payer]);
    const held = balance.get(key) ?? { on: day.on, reference: day.reference, payer: day.payer, tenths: 0, amount: pence(0) };
    balance.set(key, { ...held, tenths: held.tenths + sign * day.tenths, amount: pence(held.amount + BigInt(sign) * day.amount) });
  };
  for (const day of now.flatMap((one) => one.days)) add(day, 1);
  for (const day of posted) if (closed.has(monthOf(day.on))) add(day, -1);
  return [...balance.values()]
    .filter((one) => one.tenths !== 0 || one.amount !== 0n)
    .map((one) => ({ ...one, month: monthOf(one.on), amount: pence(one.amount) }))
    .sort((a, b) => (a.on === b.on ? compareReferences(a.reference, b.reference) || (a.payer < b.payer ? -1 : 1) : a.on < b.on ? -1 : 1));
}
