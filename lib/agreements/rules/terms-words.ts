import type { Measure, Payer } from '../types';

/** The measures of an agreement, for lists and choices. */
export const MEASURE_WORDS: Readonly<Record<Measure['kind'], string>> = {
  daily: 'Daily', yearly_allowance: 'Yearly allowance of place-days', census_day: 'Census days', annual_average: 'Annual average',
};

export const PAYER_WORDS: Readonly<Record<Payer, string>> = {
  fund_holder_school: 'The fund-holder school', fund_holder_trust: 'The fund-holder trust', excluding_school: 'The excluding school', devolved_pot: 'Taken from the devolved funding',
};

/** A weight in tenths as people read it: `a whole place`, `not counted`, `0.5 of a place`. */
export function weightInWords(tenths: number): string {
  if (tenths === 0) return 'not counted';
  return tenths === 10 ? 'a whole place' : `${tenths / 10} of a place`;
}
