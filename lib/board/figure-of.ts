import type { ReadTx } from '@/lib/server/unit-of-work';
import { type BoardFacts, trueFigure } from './figure-store';
import { CATALOGUE, type CalculationKey } from './rules/catalogue';
import type { DaysFound } from './rules/figure-days';
import { shownFigure } from './rules/shown-figure';
import type { ShownFigure } from './types';

/** A calculation's figure of these days as the Board may read it. */
export async function figureOf(tx: ReadTx, key: CalculationKey, found: DaysFound, facts: BoardFacts): Promise<ShownFigure> {
  const figure = 'days' in found ? await trueFigure(tx, key, found.days, facts) : { kind: 'missing' as const, why: found.why };
  return shownFigure(figure, CATALOGUE[key].isCount);
}
