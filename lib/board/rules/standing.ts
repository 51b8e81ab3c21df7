import type { Direction, ShownFigure, Standing } from '../types';
import type { Unit } from './catalogue';
import { asShown } from './figure-words';

interface Held {
  readonly direction: Direction;
  /** `withheld` where it may not be read (R75). */
  readonly baseline: { readonly value: number } | null | 'withheld';
  readonly target: { readonly value: number } | null;
}

/**
 * Where a figure stands against its target and its baseline, in words; all three as they are shown, in the calculation's
 * unit, so that no two that read alike are told apart. A count whose interval holds the baseline is not called better or
 * worse: chance alone explains such a difference (quantitative methods, section 4).
 */
export function standingOf(figure: Pick<ShownFigure, 'value' | 'mark' | 'interval'>, { direction, baseline, target }: Held, unit: Unit): Standing {
  const { interval } = figure;
  if (figure.value === null) return figure.mark === '[c]' ? { words: 'Not shown', tone: 'quiet' } : { words: 'Not available', tone: 'quiet' };
  const value = asShown(figure.value, unit);
  const reaches = (held: number): boolean => (direction === 'lower' ? value <= held : value >= held);
  if (target && reaches(asShown(target.value, unit))) return { words: 'Target met', tone: 'fine' };
  if (baseline === 'withheld') return target ? { words: 'Target not met, baseline not shown', tone: 'due' } : { words: 'Baseline not shown', tone: 'quiet' };
  if (!baseline) return target ? { words: 'Target not met, no baseline', tone: 'due' } : { words: 'No target set', tone: 'quiet' };
  const before = asShown(baseline.value, unit);
  if (value === before) return { words: 'As at the baseline', tone: 'info' };
  if (interval && interval.low <= before && before <= interval.high) return { words: 'No clear change from the baseline', tone: 'info' };
  if (!reaches(before)) return { words: 'Worse than the baseline', tone: 'late' };
  return target ? { words: 'Better than the baseline, target not met', tone: 'due' } : { words: 'Better than the baseline', tone: 'fine' };
}

/**
 * The target that is a share better than a baseline.
 * @param better hundredths of the baseline
 */
export function targetFrom(baseline: number, direction: Direction, better: number): number {
  return (baseline * (direction === 'lower' ? 100 - better : 100 + better)) / 100;
}
