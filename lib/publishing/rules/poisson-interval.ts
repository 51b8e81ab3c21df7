import { gammaInverse } from './incomplete-gamma';

/** An interval of expected counts, or of rates. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * The exact interval of Garwood (1936) for the expected number behind a count: quantitative methods,
 * section 4. A count of 24 gives 15.38 to 35.71 at 95 %, a count of 0 gives 0 to 3.69.
 * RangeError when the count is not a whole number from 0.
 */
export function poissonInterval(count: number, confidence = 0.95): Interval {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`Not a count: ${count}`);
  const tail = (1 - confidence) / 2;
  return {
    low: count === 0 ? 0 : gammaInverse(tail, count),
    high: gammaInverse(1 - tail, count + 1),
  };
}
