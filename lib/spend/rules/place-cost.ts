import { lastDayOf, monthOf } from '@/lib/charges/rules/months';
import { addDays, type CalendarDate, minDate } from '@/lib/core/calendar-date';
import { divideHalfUp, type Pence, pence } from '@/lib/core/pence';
import { firstDayOfYear, lastDayOfYear, placeInYear, yearOfDate } from './financial-year';

/** Places bought, or below zero given up, over their days. */
export interface BoughtPlaces {
  readonly places: number;
  readonly firstOn: CalendarDate;
  readonly lastOn: CalendarDate | null;
}

/** A year's price of one place from a day on, until the next begins. */
interface PlacePrice {
  readonly firstOn: CalendarDate;
  readonly amount: Pence;
}

/** The number of places in force on a day. */
export function placesOn(rows: readonly BoughtPlaces[], day: CalendarDate): number {
  return rows.filter((row) => row.firstOn <= day && (row.lastOn === null || row.lastOn >= day)).reduce((sum, row) => sum + row.places, 0);
}

/** The smallest number of places on any day of a range (null: without an end), and the first day with it. */
export function fewestPlaces(rows: readonly BoughtPlaces[], firstOn: CalendarDate, lastOn: CalendarDate | null): { readonly on: CalendarDate; readonly places: number } {
  const days = rows.flatMap((row) => [row.firstOn, ...(row.lastOn === null ? [] : [addDays(row.lastOn, 1)])]).filter((day) => day > firstOn && (lastOn === null || day <= lastOn));
  return [firstOn, ...days.sort()].map((on) => ({ on, places: placesOn(rows, on) })).reduce((least, one) => (one.places < least.places ? one : least));
}

/**
 * What places cost from `from` to `to`, whoever is in them (R60a: a place is paid for while it stands empty). A year's
 * price falls due in twelfths, one a calendar month, within a month by its days; so a number that changes in September
 * costs 5/12 of the old and 7/12 of the new. An amount is the difference of two amounts since 1 April, each rounded once,
 * so that parts always sum.
 *
 * @param prices in order of their first days, one for each
 */
export function costOfPlaces(
  rows: readonly BoughtPlaces[], prices: readonly PlacePrice[], from: CalendarDate, to: CalendarDate,
): { readonly amount: Pence; readonly isUnpriced: boolean } {
  const changes = [...rows.flatMap((row) => [row.firstOn, ...(row.lastOn === null ? [] : [addDays(row.lastOn, 1)])]), ...prices.map((price) => price.firstOn)].sort();
  let [amount, isUnpriced] = [0n, false];
  for (let first = from; first <= to;) {
    const start = first;
    const next = changes.find((day) => day > start);
    const last = [lastDayOfYear(yearOfDate(first)), ...(next === undefined ? [] : [addDays(next, -1)])].reduce(minDate, to);
    const places = placesOn(rows, first);
    const price = prices.filter((one) => one.firstOn <= start).at(-1);
    if (price) amount += sinceApril(price.amount * BigInt(places), last) - (first === firstDayOfYear(yearOfDate(first)) ? 0n : sinceApril(price.amount * BigInt(places), addDays(first, -1)));
    else if (places !== 0) isUnpriced = true;
    first = addDays(last, 1);
  }
  return { amount: pence(amount), isUnpriced };
}

function sinceApril(yearly: bigint, day: CalendarDate): bigint {
  const month = monthOf(day);
  const daysInMonth = BigInt(lastDayOf(month).slice(8));
  return divideHalfUp(yearly * (BigInt(placeInYear(month)) * daysInMonth + BigInt(day.slice(8))), 12n * daysInMonth);
}
