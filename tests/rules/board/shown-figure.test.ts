import { describe, expect, it } from 'vitest';
import { shownFigure } from '@/lib/board/rules/shown-figure';
import type { SplitPart } from '@/lib/board/types';

const parts = (...cells: readonly (readonly [yes: number, no: number])[]): SplitPart[] => cells.map(([yes, no], index) => ({ name: `P${index + 1}`, yes, no }));
const values = (figure: ReturnType<typeof shownFigure>) => figure.parts.map((part) => part.value);

describe('what the Board may read of a figure (R75)', () => {
  it('hides a row of 1 to 4 and as many further rows as it takes: 7, 3, 12 is [c], [c], 12, total 22', () => {
    const figure = shownFigure({ kind: 'split', show: 'both', parts: parts([7, 0], [3, 0], [12, 0]) }, true);
    expect(values(figure)).toEqual([null, null, 12]);
    expect(figure).toMatchObject({ value: 22, mark: null });
    expect(figure.interval?.low).toBeCloseTo(13.79, 2);
    expect(figure.interval?.high).toBeCloseTo(33.31, 2);
  });

  it('hides both cells of a row where what it leaves of the whole is 1 to 4, and shows both together', () => {
    const cells = parts([20, 2], [30, 9], [10, 6]);
    expect(values(shownFigure({ kind: 'split', show: 'both', parts: cells }, true))).toEqual([22, 39, 16]);
    for (const show of ['yes', 'share'] as const) {
      const figure = shownFigure({ kind: 'split', show, parts: cells }, false);
      expect(values(figure)[0]).toBeNull();
      expect(figure.parts[0]).toEqual({ name: 'P1', value: null, numerator: null, denominator: null });
      expect(values(figure).filter((value) => value === null)).toHaveLength(2);
    }
  });

  it('hides the share and the first cell of the whole where what is left of the whole is 1 to 4, not the whole', () => {
    const cells = parts([20, 1], [30, 1], [10, 1]);
    expect(shownFigure({ kind: 'split', show: 'share', parts: cells }, false)).toMatchObject({ value: null, numerator: null, denominator: null, mark: '[c]' });
    expect(shownFigure({ kind: 'split', show: 'yes', parts: cells }, true)).toMatchObject({ value: null, mark: '[c]', interval: null });
    expect(shownFigure({ kind: 'split', show: 'both', parts: cells }, true)).toMatchObject({ value: 63, mark: null });
  });

  it('shows noughts, and a share of nobody as not available', () => {
    expect(shownFigure({ kind: 'split', show: 'share', parts: parts([0, 6], [0, 9]) }, false)).toMatchObject({ value: 0, numerator: 0, denominator: 15 });
    expect(shownFigure({ kind: 'split', show: 'share', parts: parts([0, 0]) }, false)).toMatchObject({ value: null, mark: '[x]' });
  });

  it('shows a middle value that rests on five pupils or more', () => {
    const figure = shownFigure({ kind: 'median', parts: [{ name: 'A', values: [5, 6, 9, 10] }, { name: 'B', values: [6, 6, 7, 8, 9, 20] }] }, false);
    expect(values(figure)).toEqual([null, 7.5]);
    expect(figure.value).toBe(7.5);
    expect(shownFigure({ kind: 'median', parts: [{ name: 'A', values: [5, 6, 9, 10] }] }, false)).toMatchObject({ value: null, mark: '[c]' });
  });

  it('hides a quantity by the pupils behind it: 79 place-days of one pupil tell of one', () => {
    const figure = shownFigure({ kind: 'quantity', parts: [{ name: 'A', quantity: 79, pupils: 1 }, { name: 'B', quantity: 300, pupils: 6 }, { name: 'C', quantity: 0, pupils: 0 }] }, false);
    expect(values(figure)).toEqual([null, null, 0]);
    expect(figure.value).toBe(379);
    expect(shownFigure({ kind: 'quantity', parts: [{ name: 'A', quantity: 79, pupils: 1 }, { name: 'C', quantity: 0, pupils: 0 }] }, false)).toMatchObject({ value: null, mark: '[c]' });
  });

  it('hides an amount that is spent on 1 to 4 pupils', () => {
    expect(shownFigure({ kind: 'amount', pounds: 90_000, pupils: 3, against: 100_000 }, false)).toMatchObject({ value: null, mark: '[c]' });
    expect(shownFigure({ kind: 'amount', pounds: 90_000, pupils: 0, against: 100_000 }, false)).toMatchObject({ value: 90_000, denominator: 100_000 });
  });

  it('says why a figure is not available', () => {
    expect(shownFigure({ kind: 'missing', why: 'No calendar.' }, true)).toMatchObject({ value: null, mark: '[x]', why: 'No calendar.', parts: [] });
  });
});
