import type { Direction, ShownFigure, Standing } from '../types';

interface Held {
  readonly direction: Direction;
  readonly baseline: { readonly value: number } | null;
  readonly target: { readonly value: number } | null;
}

/**
 * Where a figure stands against its target and its baseline, in words. A count whose interval holds the baseline is not
 * called better or worse: chance alone explains such a difference (quantitative methods, section 4).
 */
export function standingOf(figure: Pick<ShownFigure, 'value' | 'mark' | 'interval'>, { direction, baseline, target }: Held): Standing {
  const { value, interval } = figure;
  if (value === null) return figure.mark === '[c]' ? { words: 'Not shown', tone: 'quiet' } : { words: 'Not available', tone: 'quiet' };
  const reaches = (held: { readonly value: number }): boolean => (direction === 'lower' ? value <= held.value : value >= held.value);
  if (target && reaches(target)) return { words: 'Target met', tone: 'fine' };
  if (!baseline) return target ? { words: 'Target not met, no baseline', tone: 'due' } : { words: 'No target set', tone: 'quiet' };
  if (value === baseline.value) return { words: 'As at the baseline', tone: 'info' };
  if (interval && interval.low <= baseline.value && baseline.value <= interval.high) return { words: 'No clear change from the baseline', tone: 'info' };
  if (!reaches(baseline)) return { words: 'Worse than the baseline', tone: 'late' };
  return target ? { words: 'Better than the baseline, target not met', tone: 'due' } : { words: 'Better than the baseline', tone: 'fine' };
}

/**
 * The target that is a share better than a baseline.
 * @param better hundredths of the baseline
 */
export function targetFrom(baseline: number, direction: Direction, better: number): number {
  return (baseline * (direction === 'lower' ? 100 - better : 100 + better)) / 100;
}
