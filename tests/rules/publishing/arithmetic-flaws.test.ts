import { describe, expect, it } from 'vitest';
import { type PrintedTable, flawsOfStatements, flawsOfTable, valueOf } from '@/lib/publishing/rules/arithmetic-flaws';
import { ENTERED_NOTES, printedStatements, printedTables } from '@/prisma/seed/demonstration/printed-tables';

const tables = printedTables();
const statements = printedStatements();

function found(from: readonly PrintedTable[]) {
  return [...from.flatMap(flawsOfTable), ...flawsOfStatements(statements, from)].map((flaw) => [flaw.where, flaw.printed, Math.round(flaw.recomputed * 100) / 100]);
}

/** The tables with one figure changed. */
function altered(id: string, row: string, column: string, value: number): PrintedTable[] {
  return tables.map((table) => (table.id !== id ? table : {
    ...table, rows: table.rows.map((each) => (each.label !== row ? each : { ...each, values: { ...each.values, [column]: value } })),
  }));
}

const FLAWS = [
  ['2011/12, Total', 30, 25],
  ['Pupils, Total (as printed)', 154, 148],
  ['Other LA special schools, Average cost per place', 10_600, 10_400],
  ['4 Aspire PRUs, Average cost per place', 18_000, 17_544],
  ['Out of borough placements, Average cost per place', 59_000, 59_655],
  ['Total (as printed), Average cost per place', 24_564, 24_545],
  ['Hope High, Number on roll', 69, 64],
  ['Brookfield School, Number on roll', 61, 52],
  ['Brookfield School, Designated SEMH places', 55, 52],
  ['PRU and college places 2018/19', 860, 845],
  ['Children on roll, January 2018', 181_000, 180_305],
  ['Secondary schools in the census table', 85, 81],
  ['Average cost of an independent non-maintained place', 30_000, 26_944.22],
  ['Times the national rate of permanent exclusion', 2.5, 2.24],
];

describe('flaws of arithmetic', () => {
  it('finds each of the domain brief, and nothing in what adds up', () => {
    expect(found(tables)).toEqual(FLAWS);
  });

  it.each([
    ['rotherham-permanent-exclusions', '2014/15', 'secondary', 51, '2014/15, Total'],
    ['rotherham-semh-provision-2014-15', '4 Aspire PRUs', 'cost_million_gbp', 2_100_000, 'Cost, Total (as printed)'],
    ['lancashire-permanent-exclusions-2017-18', 'Preston', 'permanent_exclusions_academies', 9, 'Preston, District total'],
    ['lancashire-pru-commissioned-places', 'Coal Clough Academy', 'cost_2017_18_gbp', 9_636_158, 'Cost 2017-18, Total (as printed)'],
    ['lancashire-semh-cost-2017-18', 'PRUs', 'actual_cost_gbp', 8_858_361, 'Actual cost, Total (as printed)'],
    ['lancashire-dsg-high-needs', 'DSG: Schools Block', 'y2017_18_gbp', 714_671_284, 'DSG total 2017-18'],
  ] as const)('shows a new difference when %s, %s is altered', (id, row, column, value, where) => {
    const before = new Set(found(tables).map(([name]) => name));
    const fresh = found(altered(id, row, column, value)).map(([name]) => name).filter((name) => !before.has(String(name)));
    expect(fresh).toContain(where);
  });

  it('takes rounding for what it is', () => {
    const total = tables.find((table) => table.id === 'rotherham-semh-provision-2014-15')?.rows.at(-1);
    expect(total?.values.cost_million_gbp).toBe(3_780_000);
    expect(statements.find((each) => each.id === 'national-590') && valueOf(statements.find((each) => each.id === 'national-590')!.follows, tables)).toBeCloseTo(589.6, 6);
  });

  it('names paper and place', () => {
    for (const flaw of [...tables.flatMap(flawsOfTable), ...flawsOfStatements(statements, tables)]) {
      expect(flaw.paper).toMatch(/Rotherham 2015|Lancashire 2019/);
      expect(flaw.place).not.toBe('');
    }
  });
});

describe('flaws of wording', () => {
  it('are entered notes with paper, place and what was printed', () => {
    expect(ENTERED_NOTES.map((note) => note.id)).toEqual(['pru-cost-963-6158', 'two-districts-one-row', 'two-series', 'devolved-by-2015']);
    for (const note of ENTERED_NOTES) for (const text of [note.paper, note.place, note.printed, note.note]) expect(text.length).toBeGreaterThan(5);
  });
});
