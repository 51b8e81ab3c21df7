/** Figures so far this year, published month after month: each less an earlier one is a count too. */
import type { Quantity } from './figures';
import { type Relation, soFar } from './relations';

interface RunningTotal {
  readonly now: Quantity;
  /** The same figure so far as earlier reports have it, printed or left out, in any order. */
  readonly before: readonly Quantity[];
  /** True where it may fall: exclusions upheld, when one is quashed. */
  readonly mayFall?: boolean;
}

/**
 * What came in since each earlier report, as figures that are printed nowhere but must not be worked out when
 * they are from 1 to 4. RangeError where a figure fell that may not: a corrected one needs a key of its own.
 */
export function runningTotal({ now, before, mayFall = false }: RunningTotal): { readonly quantities: readonly Quantity[]; readonly relations: readonly Relation[] } {
  const steps = before.map((one) => {
    const value = now.value - one.value;
    if (value < 0 && !mayFall) throw new RangeError(`${now.words} is ${now.value}, less than ${one.words}, ${one.value}`);
    const key = `${now.key} less ${one.key}`;
    const between: Quantity = { key, words: `${now.words} less ${one.words}`, value, unit: 'count', pupils: Math.abs(value), signed: mayFall };
    return { between, relation: soFar(now.key, one.key, key, `${now.words} less ${one.words} is what came in between`) };
  });
  return { quantities: steps.map((step) => step.between), relations: steps.map((step) => step.relation) };
}
