import { compareCounts } from './conditional-binomial';
import type { Rate } from './rate';

/** Below this chance a difference is taken to mean something. */
const LEVEL = 0.05;

export type Evidence = 'change' | 'no_evidence' | 'too_few';

export interface Finding {
  readonly evidence: Evidence;
  readonly p: number;
  /** One plain sentence that says whether the difference means anything. */
  readonly sentence: string;
}

function number(value: number, places: number): string {
  return value.toLocaleString('en-GB', { minimumFractionDigits: places, maximumFractionDigits: places });
}

/**
 * Compares this year's count with the count at the same point of last year, equal exposure.
 * The words are for a head: no p value, no jargon. 24 then 50: more than chance would explain;
 * 298 then 314: no evidence of change.
 */
export function changeOverTime(lastYear: number, thisYear: number): Finding {
  const { p, ratio, interval } = compareCounts({ count: lastYear, exposure: 1 }, { count: thisYear, exposure: 1 });
  const counts = `${thisYear} this year, ${lastYear} at the same point last year`;
  if (lastYear + thisYear < 6) {
    return { evidence: 'too_few', p, sentence: `${counts}: too few to say whether anything has changed.` };
  }
  if (p >= LEVEL) return { evidence: 'no_evidence', p, sentence: `${counts}: no evidence of change.` };
  const direction = thisYear > lastYear ? 'a rise' : 'a fall';
  const size = interval && ratio !== null && Number.isFinite(ratio) && Number.isFinite(interval.high)
    ? `, to between ${number(interval.low, 1)} and ${number(interval.high, 1)} times last year's number` : '';
  return { evidence: 'change', p, sentence: `${counts}: ${direction} that chance alone does not explain${size}.` };
}

/**
 * Compares one rate with the rate of the others together. Never a rank: the sentence says what the
 * figures can tell apart. Both rates must rest on rolls of the same day, or a RangeError says so.
 */
export function comparedWithOthers(own: Rate, others: Rate): Finding {
  if (own.roll.on !== others.roll.on) throw new RangeError(`Rolls of different days do not compare: ${own.roll.on} and ${others.roll.on}`);
  const { p } = compareCounts({ count: others.count, exposure: others.roll.pupils }, { count: own.count, exposure: own.roll.pupils });
  const rates = `${number(own.perThousand, 1)} per 1,000 pupils (${number(own.interval.low, 1)} to ${number(own.interval.high, 1)}), `
    + `the others together ${number(others.perThousand, 1)}`;
  if (own.count + others.count < 6) return { evidence: 'too_few', p, sentence: `${rates}: too few to say whether this school or partnership differs.` };
  if (p >= LEVEL) return { evidence: 'no_evidence', p, sentence: `${rates}: the figures do not tell them apart.` };
  const side = own.perThousand > others.perThousand ? 'higher' : 'lower';
  return { evidence: 'change', p, sentence: `${rates}: ${side} than chance alone explains.` };
}
