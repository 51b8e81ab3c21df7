import { dateInWords } from '@/lib/core/date-words';
import type { ReadTx } from '@/lib/server/unit-of-work';
import { loadCloses } from './close-store';
import type { CloseContent, Measure, MeasureRow } from './types';
import { CATALOGUE } from './rules/catalogue';
import { closedTrend } from './rules/closed-trend';
import { figureWords, intervalWords, valueWords } from './rules/figure-words';
import { standingOf } from './rules/standing';
import { loadMeasures } from './store';

/** The months that are frozen up to one, and that one: null where none is. */
export interface BoardMonth {
  readonly close: CloseContent;
  /** Earliest first, the month itself last. */
  readonly closes: readonly CloseContent[];
}

/** The month asked for, or the last that is frozen; null for one that is not. */
export async function boardMonth(tx: ReadTx, asked: string | null): Promise<BoardMonth | null> {
  const closes = await loadCloses(tx);
  const index = asked === null ? closes.length - 1 : closes.findIndex((one) => one.month === asked);
  const close = closes[index];
  return close ? { close, closes: closes.slice(0, index + 1) } : null;
}

/** Measures that are shown today, each with its figure as at the close of a month. Nothing is worked out here: the figures were frozen. */
export async function boardRows(tx: ReadTx, month: BoardMonth): Promise<MeasureRow[]> {
  const shown = (await loadMeasures(tx)).filter((one) => one.shownFrom <= tx.today && (one.shownTo === null || tx.today <= one.shownTo));
  return shown.map((measure) => measureRowOf(measure, month));
}

export function measureRowOf(measure: Measure, { close, closes }: BoardMonth): MeasureRow {
  const { unit, source } = CATALOGUE[measure.calculation];
  const { figure, days } = close.figures[measure.calculation];
  const held = (value: Measure['target']): string => (value === null ? '[x] not set' : `${valueWords(value.value, unit)} (${dateInWords(value.on)})`);
  return {
    measure, figure, source, days, now: figureWords(figure, unit), interval: intervalWords(figure),
    baseline: measure.baseline === null ? '[x] not available' : held(measure.baseline), target: held(measure.target), standing: standingOf(figure, measure),
    trend: closedTrend(measure.calculation, closes),
  };
}
