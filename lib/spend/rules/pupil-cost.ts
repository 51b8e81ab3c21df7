import { agreementYearOf } from '@/lib/calendars/rules/academic-year';
import { addDays, type CalendarDate, daysBetween, maxDate, minDate } from '@/lib/core/calendar-date';
import { divideHalfUp, type Pence, pence } from '@/lib/core/pence';
import { firstDayOfYear, yearOfDate } from './financial-year';

/** What a pupil in a place costs from a day on, until the next price begins. */
export interface PupilPrice {
  readonly firstOn: CalendarDate;
  readonly amount: Pence;
  readonly per: 'year' | 'week' | 'day';
  /** Which days are paid for. */
  readonly dayRule: 'school' | 'calendar';
  /** The days of a year's price (190, 195, 365); of no meaning for a week or a day. */
  readonly yearDays: number | null;
}

/** Days in a place, first and last included, with its share of a full-time place. */
export interface Stay {
  readonly firstOn: CalendarDate;
  readonly lastOn: CalendarDate;
  readonly tenths: number;
}

/** How many school days lie from one date to another, both included. It may throw `CountRefused`. */
type CountSchoolDays = (first: CalendarDate, last: CalendarDate) => number;

interface Cost {
  readonly amount: Pence;
  /** School or calendar days that are paid for, whole days whatever the share. */
  readonly days: number;
  /** Some day has no price. */
  readonly isUnpriced: boolean;
}

/**
 * What a stay costs over its days from `from` to `to` (R60c). The cost of a day depends on nothing but the day, the
 * price and the share: it is the difference of two amounts to date, each rounded once, counted from the beginning of
 * the academic year (1 April for calendar days). So parts always sum, over months, over 31 March and over a stay that
 * is recorded in pieces; and a full year of a year's price is that price to the penny.
 *
 * @param prices in order of their first days, one for each
 */
export function costOfStay(stay: Stay, prices: readonly PupilPrice[], from: CalendarDate, to: CalendarDate, countSchoolDays: CountSchoolDays): Cost {
  const [firstOn, lastOn] = [maxDate(stay.firstOn, from), minDate(stay.lastOn, to)];
  if (firstOn > lastOn) return { amount: pence(0n), days: 0, isUnpriced: false };
  const [earliest] = prices;
  const isUnpriced = earliest === undefined ? countSchoolDays(firstOn, lastOn) > 0
    : earliest.firstOn > firstOn && countSchoolDays(firstOn, minDate(lastOn, addDays(earliest.firstOn, -1))) > 0;
  let [amount, days] = [0n, 0];
  prices.forEach((price, index) => {
    const next = prices[index + 1];
    const priceLastOn = next === undefined ? lastOn : addDays(next.firstOn, -1);
    for (const span of yearlySpans(price, maxDate(firstOn, price.firstOn), minDate(lastOn, priceLastOn))) {
      const count = (last: CalendarDate) => (price.dayRule === 'calendar' ? daysBetween(span.yearFrom, last) + 1 : countSchoolDays(span.yearFrom, last));
      const [before, after] = [span.firstOn === span.yearFrom ? 0 : count(addDays(span.firstOn, -1)), count(span.lastOn)];
      amount += toDate(price, stay.tenths, after) - toDate(price, stay.tenths, before);
      days += after - before;
    }
  });
  return { amount: pence(amount), days, isUnpriced };
}

/** What the first days of a year cost, rounded half up. */
function toDate(price: PupilPrice, tenths: number, days: number): bigint {
  const unit = price.per === 'year' ? price.yearDays ?? 1 : price.per === 'day' ? 1 : price.dayRule === 'school' ? 5 : 7;
  return divideHalfUp(price.amount * BigInt(tenths) * BigInt(days), 10n * BigInt(unit));
}

/** The days of a range by the year that they are counted in. */
function yearlySpans(price: PupilPrice, firstOn: CalendarDate, lastOn: CalendarDate): { yearFrom: CalendarDate; firstOn: CalendarDate; lastOn: CalendarDate }[] {
  const spans = [];
  for (let first = firstOn; first <= lastOn;) {
    const yearFrom = price.dayRule === 'calendar' ? firstDayOfYear(yearOfDate(first)) : agreementYearOf(first).firstOn;
    const nextYear = `${Number(yearFrom.slice(0, 4)) + 1}${yearFrom.slice(4)}` as CalendarDate;
    const last = minDate(lastOn, addDays(nextYear, -1));
    spans.push({ yearFrom, firstOn: first, lastOn: last });
    first = addDays(last, 1);
  }
  return spans;
}
