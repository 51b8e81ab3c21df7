import type { CloseContent, ClosedCountsView } from '../types';
import { CATALOGUE, type CalculationKey } from './catalogue';
import { figureWords } from './figure-words';
import { partWords } from './part-words';

/** One calculation of a closed month as it was frozen, by partnership, in words. */
export function closedCounts(close: Pick<CloseContent, 'figures'>, calculation: CalculationKey): ClosedCountsView {
  const { figure, days } = close.figures[calculation];
  const { title, unit } = CATALOGUE[calculation];
  return {
    title: days === '[x]' ? title : `${title}, ${days}`,
    parts: figure.parts.map((part) => ({ name: part.name, words: partWords(part, unit) })),
    all: figureWords(figure, unit), why: figure.why ?? '',
  };
}
