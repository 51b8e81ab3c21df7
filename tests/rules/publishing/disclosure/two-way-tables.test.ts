import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadLinearSolver } from '@/lib/publishing/linear-solver';
import { attack, feasibleRanges } from '@/lib/publishing/rules/disclosure/attack';
import { CONTROL_POLICY } from '@/lib/publishing/rules/disclosure/figures';
import type { LinearSolver } from '@/lib/publishing/rules/disclosure/program';
import { type Protected, protectReport } from '@/lib/publishing/rules/disclosure/protect';
import type { PublishedReport, ReportDraft, ShownCell } from '@/lib/publishing/rules/disclosure/report';
import { twoWayTable } from '@/lib/publishing/rules/disclosure/two-way';

/** Schools and academies by district, the printed Lancashire table of 2017/18. */
const LANCASHIRE = [[40, 1], [15, 1], [16, 0], [44, 8], [25, 14], [25, 2], [5, 7], [22, 7], [27, 0], [23, 8], [24, 0]];
/** The worked examples say "0 to 11": they let a [c] be a nought. */
const SECTION_SIX = { threshold: 5, leastHidden: 0 } as const;

let solver: LinearSolver;
beforeAll(async () => {
  solver = await loadLinearSolver();
});

function draftOf(counts: readonly (readonly number[])[], name = 'Pupils'): ReportDraft {
  const { table, quantities, relations } = twoWayTable({
    title: name, counts, rows: counts.map((_row, index) => `r${index}`), columns: (counts[0] ?? []).map((_value, index) => `c${index}`),
    keyOf: (row, column) => `${row} ${column}`,
  });
  return { title: 'Monthly spend', month: '2026-10', version: 1, tables: [table], quantities, relations };
}

function protect(counts: readonly (readonly number[])[], policy = CONTROL_POLICY): Extract<Protected, { kind: 'protected' }> {
  const result = protectReport({ draft: draftOf(counts), earlier: [], earlierValues: [] }, solver, policy);
  if (result.kind === 'refused') throw new RangeError(result.leaks.map((one) => one.message).join('\n'));
  return result;
}

const grid = (report: PublishedReport): unknown[][] => (report.tables[0]?.rows ?? []).map((row) => row.cells.map((cell) => cell.shown));
const keys = (result: ReturnType<typeof protect>, because: string): string[] => result.leftOut.filter((one) => one.because === because).map((one) => one.key).sort();
const rangesOf = (report: PublishedReport, wanted: readonly string[], policy = SECTION_SIX): number[][] =>
  wanted.map((key) => feasibleRanges([report], solver, policy).filter((one) => one.unknown.facts.key === key).flatMap(({ least, greatest }) => [least, greatest]));

describe('the worked examples of quantitative methods, section 6', () => {
  it.each([SECTION_SIX, CONTROL_POLICY])('the printed Lancashire table: three small cells, their rows\' schools, and Chorley (%o)', (policy) => {
    const result = protect(LANCASHIRE, policy);
    expect(keys(result, 'small')).toEqual(['r0 c1', 'r1 c1', 'r5 c1']);
    expect(keys(result, 'secondary')).toEqual(['r0 c0', 'r1 c0', 'r5 c0', 'r6 c0', 'r6 c1']);
    expect(rangesOf(result.published, ['r0 c1', 'r1 c1', 'r5 c1'])).toEqual([[0, 11], [0, 11], [0, 11]]);
    expect(grid(result.published)[11]).toEqual([266, 48, 314]);
    expect(result.notes).toEqual([expect.stringContaining('[c] not shown: a count from 1 to 4')]);
  });

  it('without Chorley the three are known to sum to 4, and the attack says how', () => {
    const { published } = protect(LANCASHIRE);
    const leaks = attack([showing(showing(published, 6, 0, 5), 6, 1, 7)], solver);
    expect(leaks.map(({ key, greatest }) => [key, greatest])).toContainEqual(['r0 c1', 2]);
    expect(leaks.map((one) => one.message).join('\n')).toContain('the column c1 of "Pupils" adds up to its total');
  });

  it('the three by three example: secondaries 20 and 14, ranges 1 to 17 and 0 to 16', () => {
    const counts = [[12, 3, 20], [9, 14, 2], [25, 30, 11]];
    const result = protect(counts, SECTION_SIX);
    expect(keys(result, 'secondary')).toEqual(['r0 c2', 'r1 c1']);
    expect(rangesOf(result.published, ['r0 c1', 'r1 c2'])).toEqual([[1, 17], [0, 16]]);
  });

  it('7, 3, 12 with total 22 gives [c], [c], 12, 22 (R75)', () => {
    expect(grid(protect([[7], [3], [12]]).published).map(([first]) => first)).toEqual(['[c]', '[c]', 12, 22]);
  });

  it('leaves a table without small counts as it is, and hides totals only when nothing else will do', () => {
    expect(grid(protect([[5, 0], [12, 8]]).published)).toEqual([[5, 0, 5], [12, 8, 20], [17, 8, 25]]);
    expect(grid(protect([[3]]).published)).toEqual([['[c]', '[c]'], ['[c]', '[c]']]);
    expect(grid(protect([[3, 0], [0, 20]]).published)).toEqual([['[c]', 0, '[c]'], [0, 20, 20], ['[c]', 20, '[c]']]);
    expect(grid(protect(LANCASHIRE).published).map((row) => row[2])).not.toContain('[c]');
  });

  it('refuses what is no table of counts', () => {
    expect(() => draftOf([[1, 2], [3]])).toThrow('same number of cells');
    expect(() => draftOf([[1.5]])).toThrow('Not a count');
  });
});

it('five single pupils with a total of 5 are found out where noughts are shown', () => {
  const counts = [[1], [1], [1], [1], [1], [30]];
  expect(grid(protect(counts).published).map(([first]) => first)).toEqual(['[c]', '[c]', '[c]', '[c]', '[c]', '[c]', 35]);
});

/** The report with one cell shown after all. */
function showing(report: PublishedReport, row: number, column: number, value: number): PublishedReport {
  return {
    ...report,
    tables: report.tables.map((table) => ({ ...table, rows: table.rows.map((one, at) => ({
      ...one, cells: one.cells.map((cell, index): ShownCell => (at === row && index === column && cell.kind === 'figure' ? { ...cell, shown: value } : cell)),
    })) })),
  };
}

const count = fc.oneof({ weight: 2, arbitrary: fc.nat(6) }, { weight: 3, arbitrary: fc.nat(60) });
const table = fc.tuple(fc.integer({ min: 2, max: 8 }), fc.integer({ min: 2, max: 6 }))
  .chain(([rows, columns]) => fc.array(fc.array(count, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }));

describe('random tables', () => {
  it('300 tables: the audit finds nothing, noughts stay, and figures that need not be left out are right', () => {
    let [primaries, secondaries, tables] = [0, 0, 0];
    fc.assert(fc.property(table, (counts) => {
      const draft = draftOf(counts);
      const result = protectReport({ draft, earlier: [], earlierValues: [] }, solver);
      if (result.kind === 'refused') return;
      tables += 1;
      const left = new Map(result.leftOut.map((one) => [one.key, one.because]));
      const shown = new Map(result.published.tables.flatMap((one) => one.rows.flatMap((row) => row.cells.flatMap((cell) => (cell.kind === 'figure' ? [[cell.key, cell.shown] as const] : [])))));
      for (const { key, value } of draft.quantities) {
        expect(shown.get(key)).toBe(left.has(key) ? '[c]' : value);
        if (value === 0) expect(left.has(key)).toBe(false);
        else if (value < 5) expect(left.get(key)).toBe('small');
      }
      for (const { unknown: { facts }, least, greatest } of feasibleRanges([result.published], solver)) {
        expect(greatest).toBeGreaterThanOrEqual(5);
        expect(least).toBeLessThan(greatest);
        const value = draft.quantities.find((one) => one.key === facts.key)?.value ?? -1;
        expect(value).toBeGreaterThanOrEqual(least);
        expect(value).toBeLessThanOrEqual(greatest);
      }
      primaries += keys(result, 'small').length;
      secondaries += keys(result, 'secondary').length;
    }), { numRuns: 300, seed: 20_260_302 });
    expect(tables).toBeGreaterThan(290);
    expect(primaries).toBeGreaterThan(1000);
    expect(secondaries).toBeGreaterThan(200);
  });
});
