import { type CalendarDate, addDays, isWeekend } from '@/lib/core/calendar-date';
import type { BankHolidays } from '../types';
import { bankHolidaysNotKnown } from './count-refused';

export type Delivery = 'by_hand' | 'first_class_post';

/**
 * R12: any day but Saturday, Sunday and a bank holiday (Good Friday and Christmas Day are on the
 * list). School holidays do not matter. Throws CountRefused outside the years of the list.
 */
export function isWorkingDay(bankHolidays: BankHolidays, date: CalendarDate): boolean {
  const { knownFrom, knownTo } = bankHolidays;
  if (date > knownTo || (knownFrom !== undefined && date < knownFrom)) {
    throw bankHolidaysNotKnown('postal dates', date, bankHolidays);
  }
  return !isWeekend(date) && !bankHolidays.dates.includes(date);
}

/** The nth working day after the date, which is day 0. RangeError unless n is a whole number from 1. */
export function nthWorkingDayAfter(bankHolidays: BankHolidays, date: CalendarDate, n: number): CalendarDate {
  if (!Number.isInteger(n) || n < 1) throw new RangeError(`Not a number of working days: ${n}`);
  let [day, left] = [date, n];
  while (left > 0) {
    day = addDays(day, 1);
    if (isWorkingDay(bankHolidays, day)) left -= 1;
  }
  return day;
}

/**
 * When a notice or application counts as given (R12, ExR Sch 1 para 1(2)): the second working day
 * after posting by first class post, or the day it is delivered by hand.
 */
export function givenOn(bankHolidays: BankHolidays, sentOn: CalendarDate, delivery: Delivery): CalendarDate {
  return delivery === 'by_hand' ? sentOn : nthWorkingDayAfter(bankHolidays, sentOn, 2);
}
