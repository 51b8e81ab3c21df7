import type { MeasureRow, ShownPart } from '../types';
import { CATALOGUE } from './catalogue';
import { figureWords } from './figure-words';

/** Each partnership's figure of a measure in words. A share of nobody does not apply; it is not withheld. */
export function partsInWords({ measure, figure }: Pick<MeasureRow, 'measure' | 'figure'>): { readonly name: string; readonly words: string }[] {
  const { unit } = CATALOGUE[measure.calculation];
  const words = (part: ShownPart): string => (part.value === null && part.denominator === 0 ? '[z]' : figureWords({ ...part, mark: part.value === null ? '[c]' : null }, unit));
  return figure.parts.map((part) => ({ name: part.name, words: words(part) }));
}
