import { lastDayOf } from '@/lib/charges/rules/months';
import { dateInWords } from '@/lib/core/date-words';
import type { ReadTx } from '@/lib/server/unit-of-work';
import { loadCloses } from './close-store';
import { loadDayFacts } from './facts-store';
import type { CloseContent, Measure, MeasureRow } from './types';
import { isBaselineWithheld } from './rules/baseline-shown';
import { CATALOGUE } from './rules/catalogue';
import { closedTrend } from './rules/closed-trend';
import type { DayFacts } from './rules/figure-days';
import { figureWords, intervalWords, valueWords } from './rules/figure-words';
import { standingOf } from './rules/standing';
import { loadMeasures } from './store';

/** The months that are frozen up to one, and that one: null where none is. */
export interface BoardMonth {
  readonly close: CloseContent;
  /** Earliest first, the month itself last. */
  readonly closes: readonly CloseContent[];
  /** Every month that is frozen, later ones too: what one of them leaves out, no page gives away. */
  readonly frozen: readonly CloseContent[];
  readonly days: DayFacts;
}

/** The month asked for, or the last that is frozen; null for one that is not. */
export async function boardMonth(tx: ReadTx, asked: string | null): Promise<BoardMonth | null> {
  const closes = await loadCloses(tx);
  const index = asked === null ? closes.length - 1 : closes.findIndex((one) => one.month === asked);
  const close = closes[index];
  return close ? { close, closes: closes.slice(0, index + 1), frozen: closes, days: await loadDayFacts(tx) } : null;
}

/** Measures that are shown today, each with its figure as at the close of a month. Nothing is worked out here: the figures were frozen. */
export async function boardRows(tx: ReadTx, month: BoardMonth): Promise<MeasureRow[]> {
  const shown = (await loadMeasures(tx)).filter((one) => one.shownFrom <= tx.today && (one.shownTo === null || tx.today <= one.shownTo));
  return shown.map((measure) => measureRowOf(measure, month));
}

/** A measure with its figure. Its baseline goes with the figures that are left out over the same days. */
export function measureRowOf(given: Measure, { close, closes, frozen, days: dayFacts }: BoardMonth): MeasureRow {
  const { unit, source, daysOf } = CATALOGUE[given.calculation];
  const hidden = frozen.filter((one) => one.figures[given.calculation].figure.mark === '[c]').map((one) => lastDayOf(one.month));
  const isWithheld = given.baseline !== null && isBaselineWithheld(daysOf, given.baseline.on, hidden, dayFacts);
  const measure: Measure = isWithheld ? { ...given, baseline: null } : given;
  const { figure, days } = close.figures[measure.calculation];
  const held = (value: Measure['target']): string => (value === null ? '[x] not set' : `${valueWords(value.value, unit)} (${dateInWords(value.on)})`);
  const baselineWords = (): string => {
    if (isWithheld) return '[c]';
    return measure.baseline === null ? '[x] not available' : held(measure.baseline);
  };
  return {
    measure, figure, source, days, now: figureWords(figure, unit), interval: intervalWords(figure),
    baseline: baselineWords(), target: held(measure.target), standing: standingOf(figure, isWithheld ? { ...measure, baseline: 'withheld' } : measure, unit),
    trend: closedTrend(measure.calculation, closes),
  };
}
