/** Over-quota place-days between two months, as money of the one and days of the other tell them (R75). */
import type { Quantity } from '../disclosure/figures';
import type { Relation } from '../disclosure/relations';
import type { FigureList } from './figure-list';

/** `money` x pence of income = `days` x tenths of a place-day, within `most` of rounding. */
export interface DayPrice {
  readonly money: number;
  readonly days: number;
  readonly most: number;
}

type Income = Pick<Quantity, 'key' | 'value'> & { readonly month: string };

/**
 * Lists the tenths of a place-day charged after the earlier of two months to the end of the later, with how they follow from
 * the incomes to date: one month's days are the other's income at a known price, so few pupils must not stand behind the
 * difference. Nothing where the incomes are not of that price.
 */
export function relateDaysBetween(list: FigureList, one: Income, other: Income, pupils: number, { money, days, most }: DayPrice): void {
  const [first, last] = one.month < other.month ? [one, other] : [other, one];
  const pence = (last.value - first.value) * money;
  const tenths = Math.round(pence / days);
  if (Math.abs(pence - tenths * days) > 2 * most) return;
  const key = `over-quota days after ${first.month} to ${last.month}`;
  const words = `over-quota place-days after ${first.month} to ${last.month}`;
  list.add({ key, words, value: tenths, unit: 'count', pupils, signed: true });
  list.relate({
    words: `${words} are the difference of the incomes at the price of a place-day`, least: -2 * most, greatest: 2 * most,
    terms: [{ key: last.key, times: money }, { key: first.key, times: -money }, { key, times: -days }],
  });
}

/** The price that a month frozen for the Board relates its income with; null where it has none. */
export function dayPriceOf(relations: readonly Relation[], income: string): DayPrice | null {
  for (const { terms, greatest } of relations) {
    const [money, days] = terms;
    if (terms.length === 2 && money?.key === income && days?.key.startsWith('board over quota ') && money.times > 0 && days.times < 0) return { money: money.times, days: -days.times, most: greatest };
  }
  return null;
}
