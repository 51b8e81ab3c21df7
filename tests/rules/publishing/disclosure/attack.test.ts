import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadLinearSolver } from '@/lib/publishing/linear-solver';
import { attack, feasibleRanges } from '@/lib/publishing/rules/disclosure/attack';
import { correctedKey, countOfPupils, figureOfNobody, figureOfPupils, type Quantity } from '@/lib/publishing/rules/disclosure/figures';
import { pricedAt, type Relation, sumOf } from '@/lib/publishing/rules/disclosure/relations';
import type { LinearSolver } from '@/lib/publishing/rules/disclosure/program';
import { type ProtectInput, protectReport } from '@/lib/publishing/rules/disclosure/protect';
import type { DraftCell, PublishedReport, ReportDraft } from '@/lib/publishing/rules/disclosure/report';
import { runningTotal } from '@/lib/publishing/rules/disclosure/running-totals';
import { twoWayTable } from '@/lib/publishing/rules/disclosure/two-way';
import { listDraft, showing, shownBy } from '@/tests/support/disclosure-reports';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await loadLinearSolver();
});

const pupils = (key: string, value: number): Quantity => countOfPupils(key, `pupils at ${key}`, value);
function letThrough(draft: ReportDraft, rest: Partial<ProtectInput> = {}): PublishedReport {
  const result = protectReport({ draft, earlier: [], earlierValues: [], ...rest }, solver);
  if (result.kind === 'refused') throw new RangeError(result.leaks.map((one) => one.message).join('\n'));
  return result.published;
}
function refusal(draft: ReportDraft, rest: Partial<ProtectInput> = {}): string {
  const result = protectReport({ draft, earlier: [], earlierValues: [], ...rest }, solver);
  return result.kind === 'refused' ? result.leaks.map((one) => one.message).join('\n') : `let through: ${JSON.stringify(shownBy(result.published))}`;
}
const three = (a: number, b: number, c: number): [Quantity[], Relation[]] =>
  [[pupils('A', a), pupils('B', b), pupils('C', c), pupils('All', a + b + c)], [sumOf('All', ['A', 'B', 'C'], 'All = A + B + C')]];

describe('a secondary shown after all', () => {
  it.each(['r0 c2', 'r1 c1'])('%s of the worked example: the attack names the small cell, its place and the way to it', (key) => {
    const { table, quantities, relations } = twoWayTable({ title: 'Pupils', rows: ['r0', 'r1', 'r2'], columns: ['c0', 'c1', 'c2'], counts: [[12, 3, 20], [9, 14, 2], [25, 30, 11]], keyOf: (row, column) => `${row} ${column}` });
    const report = letThrough({ title: 'Monthly spend', month: '2026-10', version: 1, tables: [table], quantities, relations });
    const leaks = attack([showing(report, key, key === 'r0 c2' ? 20 : 14)], solver);
    expect(leaks.map((one) => [one.key, one.least, one.greatest])).toEqual(expect.arrayContaining([['r0 c1', 3, 3], ['r1 c2', 2, 2]]));
    const own = leaks.find((one) => one.key === 'r0 c1');
    expect(own?.message).toContain('is left out in table "Pupils", row "r0", column "c1" (Monthly spend, October 2026, version 1), but can be worked out as 3');
    expect(own?.how).toEqual([expect.stringContaining('adds up to its total, where')]);
    expect(own?.mend).toContain('Leave out one of ');
  });

  it('needs no more steps than it names: without one of them the figure is safe', () => {
    const report = showing(letThrough(listDraft(...three(3, 7, 12))), 'B', 7);
    const [own] = attack([report], solver);
    expect(own?.how).toEqual(['All = A + B + C, where pupils at B is 7 in table "Pupils", row "B", column "Number" (Monthly spend, October 2026, version 1), '
      + 'pupils at C is 12 in table "Pupils", row "C", column "Number" (Monthly spend, October 2026, version 1), '
      + 'pupils at All is 22 in table "Pupils", row "All", column "Number" (Monthly spend, October 2026, version 1), and nothing else in it is left out']);
    expect(attack([{ ...report, control: { ...report.control, relations: [] } }], solver)).toEqual([]);
  });

  it('a small figure that is printed is named, and one left out here but printed there', () => {
    const report = letThrough(listDraft(...three(3, 7, 12)));
    expect(attack([showing(report, 'A', 3)], solver).map((one) => one.key)).toContain('A');
    const later = showing({ ...report, month: '2026-11' }, 'B', 7);
    expect(attack([report, later], solver).find((one) => one.key === 'B')?.message).toContain('it is printed in table "Pupils", row "B", column "Number" (Monthly spend, November 2026');
  });
});

describe('what the officer leaves out besides', () => {
  it('cannot be worked out either, though no small count stands behind it', () => {
    const report = letThrough(listDraft(...three(10, 7, 12)), { alsoLeftOut: ['A'] });
    expect(shownBy(report)).toEqual({ A: '[c]', B: '[c]', C: 12, All: 29 });
    expect(attack([showing(report, 'B', 7)], solver).find((one) => one.key === 'A')).toMatchObject({ least: 10, greatest: 10 });
  });

  it('stays left out where it comes again', () => {
    const first = letThrough(listDraft([pupils('A', 9)], []), { alsoLeftOut: ['A'] });
    const again = protectReport({ draft: listDraft([pupils('A', 9)], [], { month: '2026-11' }), earlier: [first], earlierValues: [] }, solver);
    expect(again).toMatchObject({ kind: 'protected', leftOut: [{ key: 'A', because: 'chosen' }], notes: [expect.stringContaining('[c]')] });
  });
});

describe('between tables, months and versions', () => {
  it('the same figure in a later table stays left out', () => {
    const first = letThrough(listDraft(...three(3, 7, 12)));
    const [quantities] = three(3, 7, 12);
    const again = letThrough(listDraft(quantities.slice(1, 2), [], { month: '2026-11', title: 'Again' }), { earlier: [first], earlierValues: quantities });
    expect(shownBy(again)).toEqual({ B: '[c]' });
  });

  it('a term that is the sum of months does not give a month away', () => {
    const months = [['Sep', 12], ['Oct', 3], ['Nov', 9]] as const;
    const quantities = months.map(([key, value]) => pupils(key, value));
    const first = letThrough(listDraft(quantities, []));
    expect(shownBy(first)).toEqual({ Sep: 12, Oct: '[c]', Nov: 9 });
    const term = listDraft([...quantities, pupils('Term', 24)], [sumOf('Term', ['Sep', 'Oct', 'Nov'], 'the term is its months')], { month: '2026-11', printed: ['Term'] });
    expect(shownBy(letThrough(term, { earlier: [first], earlierValues: quantities }))).toEqual({ Term: '[c]' });
  });

  it('figures so far: a month that adds 2 to the last one, or to the one before that, is not shown', () => {
    const so = (month: string, value: number): Quantity => countOfPupils(`so far ${month}`, `exclusions to ${month}`, value);
    const [sep, oct, nov, dec] = [so('Sep', 10), so('Oct', 12), so('Nov', 13), so('Dec', 21)];
    const published: PublishedReport[] = [];
    const known: Quantity[] = [];
    for (const [now, before, month] of [[sep, [], '2026-09'], [oct, [sep], '2026-10'], [nov, [sep, oct], '2026-11'], [dec, [sep, oct, nov], '2026-12']] as const) {
      const steps = runningTotal({ now, before });
      const draft = listDraft([now, ...before, ...steps.quantities], steps.relations, { month, printed: [now.key] });
      published.push(letThrough(draft, { earlier: published, earlierValues: known }));
      known.push(...draft.quantities);
    }
    const out: Record<string, unknown> = Object.assign({}, ...published.map(shownBy));
    expect(out).toEqual({ 'so far Sep': 10, 'so far Oct': '[c]', 'so far Nov': '[c]', 'so far Dec': 21 });
    const slip = published.map((one) => showing(one, 'so far Nov', 13));
    expect(attack(slip, solver).map((one) => [one.figure, one.greatest])).toContainEqual(['exclusions to Nov less exclusions to Sep', 3]);
    expect(() => runningTotal({ now: so('Jan', 9), before: [dec] })).toThrow('less than exclusions to Dec, 21');
    expect(runningTotal({ now: so('Jan', 20), before: [dec], mayFall: true }).quantities[0]).toMatchObject({ value: -1, pupils: 1, signed: true });
  });

  it('a correction that lets a small cell grow keeps its neighbour left out', () => {
    const [quantities, relations] = three(3, 7, 12);
    const first = letThrough(listDraft(quantities, relations));
    const grown = [{ ...pupils(correctedKey('A', 1), 6) }, pupils('B', 7), pupils('C', 12), pupils(correctedKey('All', 1), 25)];
    const second = listDraft(grown, [sumOf(correctedKey('All', 1), [correctedKey('A', 1), 'B', 'C'], 'All = A + B + C')], { version: 2 });
    const out = shownBy(letThrough(second, { earlier: [first], earlierValues: quantities }));
    expect(out).toMatchObject({ B: '[c]', C: 12, 'All (correction 1)': 25, 'A (correction 1)': '[c]' });
    const wrong = listDraft([pupils('A', 6), pupils('B', 7)], [], { version: 2 });
    expect(() => letThrough(wrong, { earlier: [first], earlierValues: quantities })).toThrow('needs a key of its own');
  });

  it('a report that could only be safe by taking back what is printed is refused, and mended by leaving more out', () => {
    const [quantities, relations] = three(6, 7, 12);
    const first = letThrough(listDraft(quantities, relations));
    const split = listDraft([pupils('A girls', 2), pupils('A boys', 4), pupils('A', 6)], [sumOf('A', ['A girls', 'A boys'], 'A = girls + boys')], { month: '2026-11', printed: ['A girls', 'A boys'] });
    expect(refusal(split, { earlier: [first], earlierValues: [] })).toBe('let through: {"A girls":"[c]","A boys":"[c]"}');
    const lone = listDraft([pupils('D', 3), pupils('More', 9), pupils('Both', 12)], [sumOf('Both', ['D', 'More'], 'Both = D + More')], { month: '2026-11', printed: ['More'] });
    const both = letThrough(listDraft([pupils('Both', 12)], [], { month: '2026-09' }));
    expect(refusal(lone, { earlier: [both] })).toBe('let through: {"More":"[c]"}');
    const told = letThrough(listDraft([pupils('More', 9)], [], { month: '2026-09' }));
    const words = refusal(lone, { earlier: [both, told] });
    expect(words).toContain('pupils at D can be worked out as 3: Both = D + More, where');
    expect(words).toContain('(Monthly spend, September 2026, version 1)');
  });
});

describe('money, rates, rounding and words', () => {
  it('money at a known rate is left out with its pupils, though its days are many', () => {
    const quantities = [figureOfPupils('days A', 'place-days at A', 'count', 79, 1), figureOfPupils('money A', 'cost of A', 'pence', 79n * 9474n, 1), figureOfNobody('budget', 'budget', 'pence', 5_000_000n)];
    const report = letThrough(listDraft(quantities, [pricedAt('money A', 'days A', 9474, 'cost of A at £94.74 a day')]));
    expect(shownBy(report)).toEqual({ 'days A': '[c]', 'money A': '[c]', budget: 5_000_000 });
    const slip = attack([showing(report, 'money A', 748_446)], solver);
    expect(slip.find((one) => one.key === 'days A')).toMatchObject({ least: 79, greatest: 79 });
    expect(letThrough(listDraft(quantities, [], { printed: ['budget'], cells: [{ kind: 'rounded', key: 'money A', multiple: 100_000 }] })).tables[0]?.rows[1]?.cells[0]?.shown).toBe('[c]');
  });

  it('tenths of a place-day at a rate, rounded half up: the penny does not hide the units', () => {
    const relation = pricedAt('m', 'u', 9474, 'rate', 10);
    for (const units of [1, 5, 13, 795]) {
      const money = Math.floor(units * 9474 / 10 + 0.5);
      const sum = relation.terms.reduce((all, { key, times }) => all + times * (key === 'm' ? money : units), 0);
      expect(sum).toBeGreaterThanOrEqual(relation.least);
      expect(sum).toBeLessThanOrEqual(relation.greatest);
    }
  });

  const share = (numerator: string, denominator: string, decimals = 0): DraftCell => ({ kind: 'ratio', numerator, denominator, per: 100, decimals });
  it('a percentage of a small count, or of few, is left out; one of noughts has nothing to show', () => {
    const quantities = [pupils('few', 3), pupils('many', 40), pupils('all', 60), pupils('none', 0)];
    const report = letThrough(listDraft(quantities, [], { printed: [], cells: [share('few', 'all'), share('many', 'all'), share('many', 'none'), share('none', 'few')] }));
    expect(report.tables[0]?.rows.map((row) => row.cells[0]?.shown)).toEqual(['[c]', 67, '[z]', '[c]']);
  });

  it('a percentage with a known denominator bounds its count exactly', () => {
    const quantities = [pupils('part', 9), pupils('all', 60)];
    const report = letThrough(listDraft(quantities, [], { printed: ['all'], cells: [share('part', 'all')] }));
    const [range] = feasibleRanges([report], solver);
    expect(range).toMatchObject({ least: 9, greatest: 9 });
    const wide = letThrough(listDraft([pupils('part', 90), pupils('all', 600)], [], { printed: ['all'], cells: [share('part', 'all')] }));
    expect(feasibleRanges([wide], solver)[0]).toMatchObject({ least: 87, greatest: 92 });
  });

  it('an interval beside a count goes with it, and gives it away when it does not', () => {
    const draft = listDraft([pupils('A', 3)], [], { cells: [{ kind: 'rests', on: ['A'], text: '0.62 to 8.77' }] });
    const report = letThrough(draft);
    expect(report.tables[0]?.rows[1]?.cells[0]?.shown).toBe('[c]');
    const slip = { ...report, tables: report.tables.map((table) => ({ ...table, rows: table.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => (cell.kind === 'rests' ? { ...cell, shown: '0.62 to 8.77' } : cell)) })) })) };
    expect(attack([slip], solver).map((one) => one.message).join()).toContain('the interval or words in table "Pupils", row "row 2"');
  });

  it('rounding to 5 hides a count, [low] is for figures of nobody', () => {
    const report = letThrough(listDraft([pupils('A', 2), pupils('B', 3), figureOfNobody('grant', 'grant', 'pence', 12)], [], { printed: [], cells: [{ kind: 'rounded', key: 'A', multiple: 5 }, { kind: 'rounded', key: 'B', multiple: 5 }, { kind: 'rounded', key: 'grant', multiple: 100_000 }] }));
    expect(shownBy(report)).toEqual({ A: 0, B: 5, grant: '[low]' });
    expect(feasibleRanges([report], solver).map(({ least, greatest }) => [least, greatest])).toEqual([[0, 2], [3, 7]]);
  });

  it('all of a group in one part is refused', () => {
    const draft = listDraft([pupils('All', 12), pupils('PRU', 12), pupils('AP', 0)], []);
    expect(refusal({ ...draft, breakdowns: [{ total: 'All', parts: ['PRU', 'AP'], words: 'where pupils are placed' }] })).toContain('all of pupils at All are in this one part');
    expect(refusal(draft)).toContain('let through');
  });

  it('figures that do not fit each other are a fault of the builder', () => {
    const [quantities, relations] = three(3, 7, 12);
    expect(() => letThrough(listDraft([...quantities.slice(0, 3), pupils('All', 23)], relations))).toThrow('The figures do not fit: All = A + B + C');
    expect(() => letThrough(listDraft(quantities, [sumOf('All', ['A', 'nobody'], 'x')]))).toThrow('that no report lists: nobody');
  });
});

it('the exact ranges are those found by trying every table, totals hidden too', () => {
  const small = fc.array(fc.array(fc.nat(2), { minLength: 2, maxLength: 2 }), { minLength: 2, maxLength: 2 });
  fc.assert(fc.property(small, fc.subarray([0, 1, 2, 3, 4, 5, 6, 7, 8]), (counts, indexes) => {
    const { table, quantities, relations } = twoWayTable({ title: 'Pupils', rows: ['r', 's'], columns: ['c', 'd'], counts, keyOf: (row, column) => `${row}${column}` });
    const keys = table.rows.flatMap((row) => row.cells.flatMap((cell) => (cell.kind === 'figure' ? [cell.key] : [])));
    const secret = new Set(indexes.map((index) => keys[index] ?? ''));
    const values = new Map(quantities.map((one) => [one.key, one.value]));
    const report: PublishedReport = {
      title: 'x', month: '2026-10', version: 1,
      tables: [{ ...table, rows: table.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => (cell.kind === 'figure' ? { ...cell, shown: secret.has(cell.key) ? '[c]' as const : values.get(cell.key) ?? 0 } : { kind: 'text' as const, shown: '' })) })) }],
      control: { known: [], relations, figures: quantities.map(({ key }) => ({ key, words: key, unit: 'count', signed: false, reach: 5, small: false })) },
    };
    const fitting = everyTable().filter((one) => keys.every((key, index) => secret.has(key) || one[index] === values.get(key)));
    for (const { unknown: { facts }, least, greatest } of feasibleRanges([report], solver, { threshold: 5, leastHidden: 0 })) {
      const found = fitting.map((one) => one[keys.indexOf(facts.key)] ?? Number.NaN);
      expect(least).toBe(Math.min(...found));
      if (greatest === Infinity) expect(Math.max(...found)).toBeGreaterThanOrEqual(CAP);
      else expect(greatest).toBe(Math.max(...found));
    }
  }), { numRuns: 60, seed: 5 });
});

/** Above every finite value that a hidden cell of a small table can take: its grand total is at most 8. */
const CAP = 9;

/** Every 2 by 2 table up to the cap, with its totals, row by row. */
function everyTable(): number[][] {
  return Array.from({ length: (CAP + 1) ** 4 }, (_one, code) => {
    const [a, b, c, d] = [0, 1, 2, 3].map((place) => Math.floor(code / (CAP + 1) ** place) % (CAP + 1)) as [number, number, number, number];
    return [a, b, a + b, c, d, c + d, a + c, b + d, a + b + c + d];
  });
}
