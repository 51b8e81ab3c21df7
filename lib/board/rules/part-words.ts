import type { MeasureRow, ShownPart } from '../types';
import { CATALOGUE, type Unit } from './catalogue';
import { figureWords } from './figure-words';

/** One partnership's figure in words. A share of nobody does not apply; it is not withheld. */
export function partWords(part: ShownPart, unit: Unit): string {
  return part.value === null && part.denominator === 0 ? '[z]' : figureWords({ ...part, mark: part.value === null ? '[c]' : null }, unit);
}

/** Each partnership's figure of a measure in words. */
export function partsInWords({ measure, figure }: Pick<MeasureRow, 'measure' | 'figure'>): { readonly name: string; readonly words: string }[] {
  const { unit } = CATALOGUE[measure.calculation];
  return figure.parts.map((part) => ({ name: part.name, words: partWords(part, unit) }));
}
