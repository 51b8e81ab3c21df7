/** What the Board reads of closed months, beside one another and beside the Forum's reports: no single pupil can be told. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { CloseCalculation, CloseContent, CloseFacts, SplitPart } from '@/lib/board/types';
import { closeContent } from '@/lib/board/rules/close-content';
import { controlledClose } from '@/lib/board/rules/close-control';
import { closeDraft } from '@/lib/board/rules/close-draft';
import { isMonth, type Month } from '@/lib/charges/rules/months';
import { calendarDate } from '@/lib/core/calendar-date';
import { loadLinearSolver } from '@/lib/publishing/linear-solver';
import { attack } from '@/lib/publishing/rules/disclosure/attack';
import { countOfPupils, type Quantity } from '@/lib/publishing/rules/disclosure/figures';
import type { LinearSolver } from '@/lib/publishing/rules/disclosure/program';
import { protectReport } from '@/lib/publishing/rules/disclosure/protect';
import { sumOf } from '@/lib/publishing/rules/disclosure/relations';
import type { PublishedReport } from '@/lib/publishing/rules/disclosure/report';
import { listDraft, showing, shownBy } from '@/tests/support/disclosure-reports';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await loadLinearSolver();
});

const month = (text: string): Month => {
  if (!isMonth(text)) throw new RangeError(text);
  return text;
};
const SLUGS = new Map([['North', 'north'], ['South', 'south'], ['Central', 'central']]);

function facts(own: string, changes: Partial<CloseFacts>): CloseFacts {
  return { month: month(own), on: calendarDate(`${own}-27`), slugs: SLUGS, calculations: [], quotas: [], sites: [], since: [], between: [], income: null, price: null, taken: [], ...changes };
}

/** Freezes one month after another, as the command does. */
class Board {
  readonly reports: PublishedReport[] = [];
  readonly values = new Map<string, Quantity>();

  freeze(given: CloseFacts): CloseContent {
    const result = controlledClose(closeDraft(given, [...this.values.values()]), this.reports, [...this.values.values()], solver);
    if (result.kind === 'refused') throw new Error(result.leaks.map((leak) => leak.message).join('\n'));
    for (const one of result.draft.quantities) this.values.set(one.key, one);
    this.reports.push(result.published);
    return closeContent(given, new Map(result.ids.map((id, index) => [id, result.published.tables[index]?.rows ?? []])), new Map());
  }
}

const placeDays = (...parts: readonly (readonly [string, number, number])[]): CloseCalculation => ({
  key: 'over_quota', days: 'since 1 September', terms: [], figure: { kind: 'quantity', parts: parts.map(([name, quantity, pupils]) => ({ name, quantity, pupils })) },
});
const shown = (content: CloseContent): (number | null)[] => [...content.figures.over_quota.figure.parts.map((part) => part.value), content.figures.over_quota.figure.value];

describe('place-days since 1 September', () => {
  const first = facts('2025-10', { calculations: [placeDays(['North', 60, 6], ['South', 80, 9], ['Central', 0, 0])] });
  const second = (pupils: number) => facts('2025-11', {
    calculations: [placeDays(['North', 65, 7], ['South', 120, 14], ['Central', 0, 0])], since: [{ month: month('2025-10'), pupils: new Map([['North', pupils], ['South', 11], ['Central', 0]]) }],
  });

  it('are left out where few pupils stand behind what came in after an earlier month, with what would give it away', () => {
    const few = new Board();
    expect(shown(few.freeze(first))).toEqual([60, 80, 0, 140]);
    const [north, south, central, all] = shown(few.freeze(second(1)));
    expect([north, central]).toEqual([null, 0]);
    // South and the whole together would give North: one of them is left out too.
    expect([south, all]).toContain(null);
    expect(attack(few.reports, solver)).toEqual([]);
    const many = new Board();
    many.freeze(first);
    expect(shown(many.freeze(second(6)))).toEqual([65, 120, 0, 185]);
  });

  it('give the few away where they are shown after all', () => {
    const board = new Board();
    board.freeze(first);
    board.freeze(second(1));
    const last = board.reports.at(-1);
    if (!last) throw new Error('Nothing is frozen');
    const leaks = attack([...board.reports.slice(0, -1), showing(last, 'board over quota 2025-11 north', 650)], solver);
    expect(leaks.map((leak) => leak.key)).toContain('board over quota 2025-11 north less 2025-10');
  });

  it('go with the income that they make up at a known price', () => {
    const board = new Board();
    // Four pupils, £94.74 a day: the income is left out in the Forum's report, and so are the days here.
    const content = board.freeze(facts('2025-10', { calculations: [placeDays(['North', 60, 4])], income: { pence: 568_421, pupils: 4 }, price: { annualPence: 1_800_000, basisDays: 190 } }));
    expect(shown(content)).toEqual([null, null]);
  });
});

const exclusions = (label: string, parts: readonly SplitPart[]): CloseCalculation => ({
  key: 'exclusions_recorded', days: `three terms to ${label}`, figure: { kind: 'split', show: 'both', parts }, terms: [{ label, figure: { kind: 'split', show: 'both', parts }, isOfFigure: true }],
});
const part = (name: string, yes: number, no: number): SplitPart => ({ name, yes, no });

describe('exclusions', () => {
  const counts = [['north', 3], ['south', 7], ['central', 12]] as const;
  const forum = () => {
    const quantities = [...counts.map(([slug, count]) => countOfPupils(`exclusions Autumn ${slug}`, `exclusions of ${slug}`, count)), countOfPupils('exclusions Autumn total', 'exclusions of all', 22)];
    const draft = listDraft(quantities, [sumOf('exclusions Autumn total', counts.map(([slug]) => `exclusions Autumn ${slug}`), 'all')]);
    const result = protectReport({ draft, earlier: [], earlierValues: [] }, solver);
    if (result.kind === 'refused') throw new Error('Refused');
    return { published: result.published, quantities };
  };

  it('that the Forum\u2019s report leaves out do not come to light here, nor by both together', () => {
    const { published, quantities } = forum();
    expect(shownBy(published)).toMatchObject({ 'exclusions Autumn north': '[c]', 'exclusions Autumn south': '[c]' });
    const board = new Board();
    board.reports.push(published);
    for (const one of quantities) board.values.set(one.key, one);
    const content = board.freeze(facts('2026-01', { calculations: [exclusions('Autumn', [part('North', 0, 3), part('South', 0, 7), part('Central', 0, 12)])] }));
    expect(content.figures.exclusions_recorded.figure.parts.map((one) => one.value)).toEqual([null, null, 12]);
    expect(attack(board.reports, solver)).toEqual([]);
  });

  it('stay as first published, whatever is recorded late', () => {
    const board = new Board();
    const term = (north: number) => exclusions('Autumn', [part('North', 0, north), part('South', 0, 9)]);
    board.freeze(facts('2026-01', { calculations: [term(8)] }));
    const later = board.freeze(facts('2026-02', { calculations: [{ ...term(9), days: 'three other terms' }] }));
    expect(later.figures.exclusions_recorded.figure.parts.map((one) => one.value)).toEqual([8, 9]);
    expect(later.figures.exclusions_recorded.terms.map((one) => one.value)).toEqual([17]);
  });

  it('that are all at one partnership are not shown by partnership; other tables are', () => {
    const board = new Board();
    const content = board.freeze(facts('2026-01', { calculations: [exclusions('Autumn', [part('North', 0, 9), part('South', 0, 0)]), placeDays(['North', 60, 6])] }));
    expect(content.figures.exclusions_recorded.figure).toMatchObject({ value: null, mark: '[c]' });
    expect(shown(content)).toEqual([60, 60]);
  });
});

describe('pupils by partnership and by site', () => {
  it('are the same pupils: a site of few cannot be told from the other table', () => {
    const board = new Board();
    const population: CloseCalculation = { key: 'pru_population', days: '27 January 2026', terms: [], figure: { kind: 'split', show: 'both', parts: [part('North', 12, 0), part('South', 11, 0)] } };
    const site = (name: string, pupils: number) => ({ group: 'PRUs', id: name, name, providerId: name, isPru: true, agreed: null, places: 20, pupils, used: pupils });
    const content = board.freeze(facts('2026-01', { calculations: [population], sites: [site('Rowan', 3), site('Aspire', 20)] }));
    expect(content.sites[0]?.rows.slice(0, 2).map((row) => [row.pupils, row.used])).toEqual([[null, null], [null, null]]);
    expect(attack(board.reports, solver)).toEqual([]);
    // Were one site shown and the totals not, the population by partnership would still give the other site.
    const [report] = board.reports;
    if (!report) throw new Error('Nothing is frozen');
    const totals = ['board pupils at site 2026-01-27 PRUs', 'board places used at site 2026-01-27 PRUs'];
    const without = { ...report, tables: report.tables.map((table) => ({ ...table, rows: table.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => (cell.kind === 'figure' && totals.includes(cell.key) ? { ...cell, shown: '[c]' as const } : cell)) })) })) };
    expect(attack([showing(without, 'board pupils at site 2026-01-27 Aspire', 20)], solver).map((leak) => leak.key)).toContain('board pupils at site 2026-01-27 Rowan');
  });
});
