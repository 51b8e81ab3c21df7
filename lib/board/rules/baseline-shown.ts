import { addDays, type CalendarDate } from '@/lib/core/calendar-date';
import type { FigureDays } from '../types';
import type { DaysOf } from './catalogue';
import { type DayFacts, daysAt } from './figure-days';

/** Longer than three terms with their holidays. */
const LONGEST = 430;

/**
 * Whether a baseline must be left out as well: its days overlap days whose figure is left out, so that it tells of the same
 * few pupils (R75). Where no calendar says which days, they are taken to be the longest that they can be.
 * @param on the baseline's day; its days end then
 * @param withheld the last days of months whose figure of the same calculation is left out
 */
export function isBaselineWithheld(daysOf: DaysOf, on: CalendarDate, withheld: readonly CalendarDate[], facts: DayFacts): boolean {
  const own = longestDays(daysOf, on, facts);
  return withheld.map((end) => longestDays(daysOf, end, facts)).some((days) => days.firstOn <= own.lastOn && own.firstOn <= days.lastOn);
}

function longestDays(daysOf: DaysOf, end: CalendarDate, facts: DayFacts): Pick<FigureDays, 'firstOn' | 'lastOn'> {
  const found = daysAt(daysOf, end, facts);
  return 'days' in found ? found.days : { firstOn: addDays(end, -LONGEST), lastOn: end };
}
