import { dateInWords } from '@/lib/core/date-words';
import type { ReadTx } from '@/lib/server/unit-of-work';
import { figureOf } from './figure-of';
import { type BoardFacts, loadBoardFacts } from './figure-store';
import { CATALOGUE } from './rules/catalogue';
import { daysAt, endOfLastMonth } from './rules/figure-days';
import { figureWords, intervalWords, valueWords } from './rules/figure-words';
import { standingOf } from './rules/standing';
import { loadMeasures } from './store';
import { trendOf } from './trend';
import type { Measure, MeasureRow } from './types';

/** Measures that are shown today, each with its figure as at the end of the last month that is over. */
export async function boardRows(tx: ReadTx): Promise<MeasureRow[]> {
  const shown = (await loadMeasures(tx)).filter((one) => one.shownFrom <= tx.today && (one.shownTo === null || tx.today <= one.shownTo));
  if (shown.length === 0) return [];
  const facts = await loadBoardFacts(tx);
  const rows: MeasureRow[] = [];
  for (const measure of shown) rows.push(await measureRowOf(tx, measure, facts));
  return rows;
}

export async function measureRowOf(tx: ReadTx, measure: Measure, facts: BoardFacts): Promise<MeasureRow> {
  const { unit, daysOf, source } = CATALOGUE[measure.calculation];
  const found = daysAt(daysOf, endOfLastMonth(tx.today), facts.days);
  const figure = await figureOf(tx, measure.calculation, found, facts);
  const held = (value: Measure['target']): string => (value === null ? '[x] not set' : `${valueWords(value.value, unit)} (${dateInWords(value.on)})`);
  return {
    measure, figure, source, days: 'days' in found ? found.days.words : '[x]', now: figureWords(figure, unit), interval: intervalWords(figure),
    baseline: measure.baseline === null ? '[x] not available' : held(measure.baseline), target: held(measure.target), standing: standingOf(figure, measure),
    trend: await trendOf(tx, measure.calculation, facts),
  };
}
