import type { CalendarDate } from '@/lib/core/calendar-date';
import { type Interval, poissonInterval } from './poisson-interval';

/** Pupils on roll on a day: a rate always says which. */
export interface DatedRoll {
  readonly pupils: number;
  readonly on: CalendarDate;
}

/** A count per 1,000 pupils with its exact 95 % interval (quantitative methods, section 6). */
export interface Rate {
  readonly count: number;
  readonly roll: DatedRoll;
  readonly perThousand: number;
  readonly interval: Interval;
}

/** Null when the roll is not known or empty: no rate can be shown, and zero is not one. */
export function ratePerThousand(count: number, roll: DatedRoll | null): Rate | null {
  if (roll === null || roll.pupils <= 0) return null;
  const { low, high } = poissonInterval(count);
  const scale = 1000 / roll.pupils;
  return { count, roll, perThousand: count * scale, interval: { low: low * scale, high: high * scale } };
}

/** Adds rolls of one day. Null when there is none, or they are of different days and so do not add. */
export function sumOfRolls(rolls: readonly DatedRoll[]): DatedRoll | null {
  const [first] = rolls;
  if (!first || rolls.some((roll) => roll.on !== first.on)) return null;
  return { pupils: rolls.reduce((sum, roll) => sum + roll.pupils, 0), on: first.on };
}
