/** How figures hang together: whatever a reader may add, subtract or multiply. */

export interface RelationTerm {
  readonly key: string;
  /** A whole number. */
  readonly times: number;
}

/** `least <= sum of times x figure <= greatest`, for any figures of any table, month or version. */
export interface Relation {
  /** For the officer who mends a report: `Total = Aspire + Rowan`. */
  readonly words: string;
  readonly terms: readonly RelationTerm[];
  readonly least: number;
  readonly greatest: number;
  /** The figure that the others add up to, where it is a sum: it is left out last. */
  readonly total?: string;
}

/** A total and its parts: a row, a column, a term and its months, a partnership and its schools. */
export function sumOf(total: string, parts: readonly string[], words: string): Relation {
  return { words, terms: [...parts.map((key) => ({ key, times: 1 })), { key: total, times: -1 }], least: 0, greatest: 0, total };
}

/** A figure so far, the figure so far before it, and what came in between: a month's report less the last one's. */
export function soFar(now: string, before: string, between: string, words: string): Relation {
  return { words, terms: [{ key: before, times: 1 }, { key: between, times: 1 }, { key: now, times: -1 }], least: 0, greatest: 0 };
}

/** What is left: `left = whole - used`, as free places, or a variance. */
export function leftOf(left: string, whole: string, used: string, words: string): Relation {
  return { words, terms: [{ key: whole, times: 1 }, { key: used, times: -1 }, { key: left, times: -1 }], least: 0, greatest: 0 };
}

/** Money at a known rate says how many units: `money = units x pence per unit`, rounded half up; `per` is 10 where the units are tenths of a place-day. */
export function pricedAt(money: string, units: string, pencePerUnit: number, words: string, per = 1): Relation {
  if (!Number.isSafeInteger(pencePerUnit) || !Number.isSafeInteger(per) || per < 1) throw new RangeError(`Not a rate in whole pence: ${pencePerUnit} for ${per}`);
  return { words, terms: [{ key: money, times: 2 * per }, { key: units, times: -2 * pencePerUnit }], least: 1 - per, greatest: per };
}
