import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rangeOf } from '@/lib/publishing/rules/suppression-audit';
import { type CellAt, cellsOf, keyOf, valueAt, withTotals } from '@/lib/publishing/rules/suppression-network';
import { suppressList, suppressTable } from '@/lib/publishing/rules/suppression';

/** Schools and academies by district, the printed Lancashire table of 2017/18. */
const LANCASHIRE = [[40, 1], [15, 1], [16, 0], [44, 8], [25, 14], [25, 2], [5, 7], [22, 7], [27, 0], [23, 8], [24, 0]];

function published(inner: readonly (readonly number[])[]) {
  const result = suppressTable(inner);
  if (result.kind !== 'published') throw new RangeError(result.message);
  return result;
}

describe('two-way tables (quantitative methods, section 6)', () => {
  it('the printed Lancashire table: three small cells, their rows\' schools, and Chorley', () => {
    const { primary, secondary, ranges, cells } = published(LANCASHIRE);
    expect(primary.map(keyOf)).toEqual(['0,1', '1,1', '5,1']);
    expect(secondary.map(keyOf).sort()).toEqual(['0,0', '1,0', '5,0', '6,0', '6,1'].sort());
    expect(ranges.map(({ least, greatest }) => [least, greatest])).toEqual([[0, 11], [0, 11], [0, 11]]);
    expect(cells[11]).toEqual([266, 48, 314]);
    expect(cells[2]).toEqual([16, 0, 16]);
  });

  it('the three by three example: secondaries 20 and 14, ranges 1 to 17 and 0 to 16', () => {
    const grid = [[12, 3, 20], [9, 14, 2], [25, 30, 11]];
    const { secondary, ranges } = published(grid);
    expect(secondary.map((cell) => valueAt(withTotals(grid), cell)).sort((a, b) => b - a)).toEqual([20, 14]);
    expect(ranges.map(({ least, greatest }) => [least, greatest])).toEqual([[1, 17], [0, 16]]);
  });

  it('leaves a table without small counts as it is', () => {
    expect(published([[5, 0], [12, 8]])).toMatchObject({ cells: [[5, 0, 5], [12, 8, 20], [17, 8, 25]], primary: [], secondary: [] });
  });

  it('hides totals, down to the grand total, only when nothing else will do', () => {
    expect(published([[3]]).cells).toEqual([[null, null], [null, null]]);
    expect(published([[3, 0], [0, 20]]).cells).toEqual([[null, 0, null], [0, 20, 20], [null, 20, null]]);
    expect(published(LANCASHIRE).cells.map((row) => row[2])).not.toContain(null);
  });

  it('refuses what is no table of counts', () => {
    expect(() => suppressTable([[1, 2], [3]])).toThrow('same number of cells');
    expect(() => suppressTable([[1.5]])).toThrow('Not a count');
  });

  it('300 random tables: no small count can be worked out, and no zero is hidden', () => {
    let [tables, primaries, secondaries] = [0, 0, 0];
    const count = fc.oneof({ weight: 2, arbitrary: fc.nat(6) }, { weight: 3, arbitrary: fc.nat(60) });
    const table = fc.tuple(fc.integer({ min: 2, max: 8 }), fc.integer({ min: 2, max: 6 }))
      .chain(([rows, columns]) => fc.array(fc.array(count, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }));
    fc.assert(fc.property(table, (inner) => {
      const grid = withTotals(inner);
      const result = suppressTable(inner);
      if (result.kind === 'withheld') return;
      tables += 1;
      const hidden = cellsOf(grid).filter((cell) => result.cells[cell.row]?.[cell.column] === null);
      for (const cell of hidden) expect(valueAt(grid, cell)).toBeGreaterThan(0);
      for (const cell of cellsOf(grid)) {
        const value = valueAt(grid, cell);
        if (value >= 1 && value <= 4) expect(hidden.map(keyOf)).toContain(keyOf(cell));
        else if (!hidden.some((each) => keyOf(each) === keyOf(cell))) expect(result.cells[cell.row]?.[cell.column]).toBe(value);
      }
      for (const cell of result.primary) {
        const range = rangeOf(grid, hidden, cell);
        expect(range.greatest).toBeGreaterThanOrEqual(5);
        expect(range.least).toBeLessThan(range.greatest);
        expect(range.least).toBeLessThanOrEqual(valueAt(grid, cell));
      }
      primaries += result.primary.length;
      secondaries += result.secondary.length;
    }), { numRuns: 300, seed: 20_260_302 });
    expect(tables).toBeGreaterThan(200);
    expect(primaries).toBeGreaterThan(1000);
    expect(secondaries).toBeGreaterThan(200);
  });

  it('suppressing the small cells alone would be undone by subtraction', () => {
    const grid = withTotals(LANCASHIRE);
    const only: CellAt[] = [{ row: 0, column: 1 }, { row: 1, column: 1 }, { row: 5, column: 1 }];
    for (const cell of only) expect(rangeOf(grid, only, cell)).toMatchObject({ least: valueAt(grid, cell), greatest: valueAt(grid, cell) });
  });

  it('the exact ranges are those found by trying every table, totals hidden too', () => {
    const small = fc.array(fc.array(fc.nat(2), { minLength: 2, maxLength: 2 }), { minLength: 2, maxLength: 2 });
    fc.assert(fc.property(small, fc.subarray([0, 1, 2, 3, 4, 5, 6, 7, 8]), (inner, hiddenIndexes) => {
      const grid = withTotals(inner);
      const hidden = hiddenIndexes.map((index) => ({ row: Math.floor(index / 3), column: index % 3 }));
      const fitting = everyTable(grid, hidden);
      for (const target of hidden) {
        const found = fitting.map((table) => valueAt(table, target));
        const { least, greatest } = rangeOf(grid, hidden, target);
        expect(least).toBe(found.reduce((low, value) => Math.min(low, value), Infinity));
        const most = found.reduce((high, value) => Math.max(high, value), 0);
        if (greatest === Infinity) expect(most).toBeGreaterThanOrEqual(CAP);
        else expect(greatest).toBe(most);
      }
    }), { numRuns: 60 });
  });
});

/** Above every finite value that a hidden cell of a small table can take: its grand total is at most 8. */
const CAP = 9;

/** Every 2 by 2 table, up to the cap, that agrees with the cells shown. */
function everyTable(grid: readonly (readonly number[])[], hidden: readonly CellAt[]): number[][][] {
  const secret = new Set(hidden.map(keyOf));
  const shown = cellsOf(grid).filter((cell) => !secret.has(keyOf(cell)));
  const fitting: number[][][] = [];
  for (let code = 0; code < (CAP + 1) ** 4; code += 1) {
    const digit = (place: number): number => Math.floor(code / (CAP + 1) ** place) % (CAP + 1);
    const table = withTotals([[digit(0), digit(1)], [digit(2), digit(3)]]);
    if (shown.every((cell) => valueAt(table, cell) === valueAt(grid, cell))) fitting.push(table);
  }
  return fitting;
}

describe('one group with a total (R75)', () => {
  it('7, 3, 12 with total 22 gives [c], [c], 12, 22', () => {
    expect(suppressList([7, 3, 12])).toEqual({ counts: [null, null, 12], total: 22 });
  });

  it('goes on until the hidden cells sum to the threshold', () => {
    expect(suppressList([1, 2, 9, 30])).toEqual({ counts: [null, null, null, 30], total: 42 });
    expect(suppressList([3, 4, 9])).toEqual({ counts: [null, null, 9], total: 16 });
  });

  it('keeps zeros, takes the first of equals, and hides the total when all else is used', () => {
    expect(suppressList([0, 2, 8, 8])).toEqual({ counts: [0, null, null, 8], total: 18 });
    expect(suppressList([0, 3])).toEqual({ counts: [0, null], total: null });
    expect(suppressList([])).toEqual({ counts: [], total: 0 });
  });
});
