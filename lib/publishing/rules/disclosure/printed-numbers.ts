/** Numbers printed with less than all their digits, and what they still say. */
import { divideHalfUp } from '@/lib/core/pence';
import type { Relation } from './relations';

/** A percentage (per 100), rate (per 1,000, 10,000) or mean (per 1) of two figures. */
export interface Ratio {
  readonly numerator: string;
  readonly denominator: string;
  readonly per: number;
  readonly decimals: number;
}

/** The ratio in its last printed place, rounded half up: 33.3 per cent is 333. Null where the denominator is 0. */
export function printedRatio(numerator: number, denominator: number, { per, decimals }: Ratio): number | null {
  if (denominator <= 0) return null;
  return Number(divideHalfUp(BigInt(numerator) * BigInt(per) * 10n ** BigInt(decimals), BigInt(denominator)));
}

export function ratioText(printed: number, { decimals }: Ratio): string {
  return (printed / 10 ** decimals).toFixed(decimals);
}

/** What a printed ratio says of its two figures: it lies within half of its last place. Exact, as whole numbers. */
export function ratioRelations(ratio: Ratio, printed: number, words: string): Relation[] {
  const scale = 2 * ratio.per * 10 ** ratio.decimals;
  const side = (edge: number): Relation['terms'] => [{ key: ratio.numerator, times: scale }, { key: ratio.denominator, times: -edge }];
  return [
    { words, terms: side(2 * printed - 1), least: 0, greatest: Infinity },
    { words, terms: side(2 * printed + 1), least: -Infinity, greatest: -1 },
  ];
}

/** To the nearest multiple, halves up. */
export function roundedTo(value: number, multiple: number): number {
  return multiple * Math.floor((2 * value + multiple) / (2 * multiple));
}

/** The whole numbers that print as this multiple. */
export function roundedFrom(shown: number, multiple: number): { readonly least: number; readonly greatest: number } {
  return { least: Math.ceil((2 * shown - multiple) / 2), greatest: Math.floor((2 * shown + multiple - 1) / 2) };
}
