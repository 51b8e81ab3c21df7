/** From true figures to the tables of the report, and what the control makes of them over months and versions. */
import { beforeAll, describe, expect, it } from 'vitest';
import { loadLinearSolver } from '@/lib/publishing/linear-solver';
import type { Quantity } from '@/lib/publishing/rules/disclosure/figures';
import type { LinearSolver } from '@/lib/publishing/rules/disclosure/program';
import { type Protected, protectReport } from '@/lib/publishing/rules/disclosure/protect';
import type { PublishedReport } from '@/lib/publishing/rules/disclosure/report';
import { type ForumDraft, forumDraft, leaveOutChoices, withoutLeftOut } from '@/lib/publishing/rules/forum/forum-draft';
import type { ForumFigures, ForumLine } from '@/lib/publishing/rules/forum/forum-figures';
import { freeze } from '@/lib/publishing/rules/forum/freeze';
import { missingWords, NO_WORDS, paragraphsOf } from '@/lib/publishing/rules/forum/officer-words';
import { publicNumber } from '@/lib/publishing/rules/forum/public-report';
import type { PublicReport } from '@/lib/publishing/types';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await loadLinearSolver();
});

const line = (key: string, actual: number | null, pupils: number, changes: Partial<ForumLine> = {}): ForumLine => ({
  key, title: `Line ${key}`, isIncome: false, budget: 10_000_000, actual, forecast: actual === null ? null : 9_000_000 + pupils, pupils, ...changes,
});

function figures(month: string, changes: Partial<ForumFigures> = {}): ForumFigures {
  return {
    month, monthTitle: month, year: '2025-26', lines: [line('a', 4_000_000, 40), line('b', 3_000_000, 30), line('c', 2_000_000, 20)],
    providers: [
      { key: 'rowan', name: 'Rowan', commissioned: 30, occupiedTenths: 245, averageTenths: 240, pupils: 26, unitCost: 1_700_000 },
      { key: 'aspire', name: 'Aspire', commissioned: 20, occupiedTenths: 150, averageTenths: 151, pupils: 16, unitCost: 1_800_000 },
    ],
    pupils: 41, unitCost: 1_740_000,
    years: [
      { year: '2024-25', isForecast: false, spend: [{ key: 'a', title: 'Line a', amount: null, pupils: 3 }], commissioned: null, pupils: null },
      { year: '2025-26', isForecast: true, spend: [{ key: 'a', title: 'Line a', amount: 9_000_040, pupils: 40 }], commissioned: 50, pupils: 90 },
    ],
    toExplain: [], reserves: [{ name: 'High needs', broughtForward: -5_000, carriedForward: null }],
    exclusions: { term: 'Autumn 2025/26', groups: [{ key: 'north', name: 'North', count: 8 }, { key: 'south', name: 'South', count: 9 }] }, sources: [], between: [], ...changes,
  };
}

function protect(draft: ForumDraft, earlier: readonly PublishedReport[], values: readonly Quantity[]): Extract<Protected, { kind: 'protected' }> {
  const result = protectReport({ draft: draft.report, earlier, earlierValues: values }, solver);
  if (result.kind === 'refused') throw new Error(result.leaks.map((leak) => leak.message).join('\n'));
  return result;
}

const frozen = (draft: ForumDraft, { published, notes }: Extract<Protected, { kind: 'protected' }>): PublicReport =>
  freeze({ draft, published, notes, words: NO_WORDS, note: '', publishedOn: '2026-03-02', authority: { slug: 'testshire', name: 'Testshire', isDemonstration: false } });

/** What a table shows, row by row. */
function shown(report: PublicReport, table: string): Record<string, string[]> {
  const found = report.sections.flatMap((section) => section.tables).find((one) => one.id === table);
  return Object.fromEntries((found?.rows ?? []).map((row) => [row.title, row.cells.map((cell) => cell.shown)]));
}

describe('the tables', () => {
  it('have money, variance, per cent and totals that add up, and [x] where there is nothing', () => {
    const draft = forumDraft(figures('2025-10', { lines: [line('a', 4_000_000, 40), line('d', null, 9), line('income', 500_000, 12, { title: 'Income', isIncome: true, budget: 800_000, forecast: 600_000 })] }), 1, [], null, 0);
    const spend = shown(frozen(draft, protect(draft, [], [])), 'spend');
    const none = '[x] not available';
    expect(spend).toEqual({
      'Line a': ['\u00a3100,000.00', '\u00a340,000.00', '\u00a390,000.40', '\u2212\u00a39,999.60', '\u221210.0%', none],
      'Line d': ['\u00a3100,000.00', none, none, none, none, none],
      'Total spend': ['\u00a3200,000.00', '\u00a340,000.00', '\u00a390,000.40', '\u2212\u00a39,999.60', none, none],
      // Income that is short is over budget.
      'Income': ['\u00a38,000.00', '\u00a35,000.00', '\u00a36,000.00', '\u00a32,000.00', '25.0%', none],
      'Spend less income': ['\u00a3192,000.00', '\u00a335,000.00', '\u00a384,000.40', none, none, none],
    });
  });

  it('round places taken up at each provider, and add the rounded numbers up', () => {
    const draft = forumDraft(figures('2025-10'), 1, [], null, 0);
    const report = frozen(draft, protect(draft, [], []));
    expect(shown(report, 'places')).toEqual({
      Rowan: ['30', '25', '24.0', '80.0%', '26', '\u00a317,000.00'], Aspire: ['20', '15', '15.1', '75.5%', '16', '\u00a318,000.00'], Total: ['50', '40', '39.1', '78.2%', '41', '\u00a317,400.00'],
    });
    expect(shown(report, 'five-years-places')).toEqual({ 'Places commissioned': ['[x] not available', '50'], 'Different pupils placed': ['[x] not available', '90'] });
    expect(shown(report, 'reserves')).toEqual({ 'High needs': ['\u2212\u00a350.00', '[x] not available'] });
    expect(report.sections.at(-1)?.paragraphs).toContain('[x] not available.');
  });
});

it('the cost of a place is left out with a line that it would give away', () => {
  const lines = [line('pru_places', 4_000_000, 40, { forecast: 7_000_000 }), line('top_ups', 900_000, 3, { forecast: 1_700_000 }), line('college', 500_000, 20)];
  const draft = forumDraft(figures('2025-10', { lines, unitCost: 174_000, providers: figures('2025-10').providers.map((one) => ({ ...one, unitCost: 174_000 })) }), 1, [], null, 0);
  const report = frozen(draft, protect(draft, [], []));
  expect(shown(report, 'spend')['Line top_ups']).toMatchObject({ 1: '[c]', 2: '[c]' });
  // With the places (50), the places' line and the cost of a place, the top-ups would be known to the pound.
  const [places, cost] = [shown(report, 'spend')['Line pru_places']?.[2], shown(report, 'places').Total?.[5]];
  expect([places, cost]).toContain('[c]');
});

describe('over months', () => {
  const first = () => {
    const draft = forumDraft(figures('2025-10'), 1, [], null, 0);
    return { draft, result: protect(draft, [], []) };
  };
  const second = (pupils: number) => figures('2025-11', {
    lines: [line('a', 4_500_000, 42), line('b', 3_300_000, 32), line('c', 2_100_000, 22)], between: [{ month: '2025-10', pupils: { a: 30, b: 25, c: pupils } }],
  });

  it('an actual to date is left out when few pupils stand behind what came in since', () => {
    const { draft, result } = first();
    for (const [pupils, isShown] of [[3, false], [12, true]] as const) {
      const next = forumDraft(second(pupils), 1, draft.report.quantities, '2025-10', 1);
      const { 'Line c': c } = shown(frozen(next, protect(next, [result.published], draft.report.quantities)), 'spend');
      expect(c?.[1]).toBe(isShown ? '\u00a321,000.00' : '[c]');
    }
  });

  it('a forecast that is the actual to date is left out with it', () => {
    const income = (amount: number) => [line('a', 4_000_000, 40), line('b', 3_000_000, 30), line('income', amount, 12, { isIncome: true, budget: null, forecast: amount })];
    const draft = forumDraft(figures('2025-10', { lines: income(900_000) }), 1, [], null, 0);
    const result = protect(draft, [], []);
    const next = forumDraft(figures('2025-11', { lines: income(968_844), between: [{ month: '2025-10', pupils: { a: 30, b: 25, income: 2 } }] }), 1, draft.report.quantities, '2025-10', 1);
    const spend = shown(frozen(next, protect(next, [result.published], draft.report.quantities)), 'spend');
    // The change since the last report would be what came in for two pupils.
    expect(spend['Line income']).toEqual(['[x] not available', '[c]', '[c]', '[x] not available', '[x] not available', '[c]']);
  });

  it('so is one of an earlier month that is published after a later one', () => {
    const later = forumDraft(figures('2025-11'), 1, [], null, 0);
    const result = protect(later, [], []);
    const earlier = forumDraft(figures('2025-10', { lines: [line('a', 3_000_000, 40), line('b', 2_000_000, 30), line('c', 1_900_000, 20)], between: [{ month: '2025-11', pupils: { a: 30, b: 25, c: 2 } }] }), 1, later.report.quantities, null, 1);
    expect(shown(frozen(earlier, protect(earlier, [result.published], later.report.quantities)), 'spend')['Line c']?.[1]).toBe('[c]');
  });

  it('shows the change since the last report', () => {
    const { draft, result } = first();
    const next = forumDraft(second(12), 1, draft.report.quantities, '2025-10', 1);
    const spend = shown(frozen(next, protect(next, [result.published], draft.report.quantities)), 'spend');
    expect([spend['Line a']?.[5], spend['Total spend']?.[5]]).toEqual(['\u00a30.02', '\u00a30.06']);
  });

  it('a term that was published keeps the counts that were', () => {
    const { draft, result } = first();
    const late = { ...second(12), exclusions: { term: 'Autumn 2025/26', groups: [{ key: 'north', name: 'North', count: 10 }, { key: 'south', name: 'South', count: 9 }] } };
    const next = forumDraft(late, 1, draft.report.quantities, '2025-10', 1);
    expect(shown(frozen(next, protect(next, [result.published], draft.report.quantities)), 'exclusions')).toEqual({ North: ['8'], South: ['9'], All: ['17'] });
  });

  it('a figure with another value than was published gets a key of its own, and an equal one keeps its key', () => {
    const { draft } = first();
    const corrected = forumDraft(figures('2025-10', { lines: [line('a', 4_000_001, 40), line('b', 3_000_000, 30), line('c', 2_000_000, 20)] }), 2, draft.report.quantities, null, 1);
    const keys = corrected.report.quantities.map((one) => one.key);
    expect(keys).toContain('actual a 2025-10 (correction 1)');
    expect(keys).toContain('actual total 2025-10 (correction 1)');
    expect(keys).toContain('actual b 2025-10');
    expect(corrected.report.relations.find((one) => one.total?.startsWith('actual total'))?.terms.map((term) => term.key)).toEqual([
      'actual a 2025-10 (correction 1)', 'actual b 2025-10', 'actual c 2025-10', 'actual total 2025-10 (correction 1)',
    ]);
  });
});

describe('leaving out', () => {
  it('refuses a term whose exclusions are all in one partnership, until its table is left out', () => {
    const draft = forumDraft(figures('2025-10', { exclusions: { term: 'Autumn 2025/26', groups: [{ key: 'north', name: 'North', count: 8 }, { key: 'south', name: 'South', count: 0 }] } }), 1, [], null, 0);
    const result = protectReport({ draft: draft.report, earlier: [], earlierValues: [] }, solver);
    expect(result.kind === 'refused' ? result.leaks.map((leak) => leak.figure) : []).toEqual(['permanent exclusions recorded, North, Autumn 2025/26']);
    const { draft: mended } = withoutLeftOut(draft, ['table:exclusions']);
    expect(shown(frozen(mended, protect(mended, [], [])), 'exclusions')).toEqual({});
  });

  it('offers every table, and the figures of pupils that are shown', () => {
    const { tables, figures: offered } = leaveOutChoices(forumDraft(figures('2025-10'), 1, [], null, 0));
    expect(tables.map((one) => one.value)).toEqual(['table:spend', 'table:places', 'table:five-years-spend', 'table:five-years-places', 'table:exclusions', 'table:reserves']);
    expect(offered.map((one) => one.value)).toContain('pupils rowan 2025-10');
    expect(offered.map((one) => one.value)).not.toContain('budget a 2025-26');
  });
});

describe('the words', () => {
  it('are missing until each is written, the note of a correction too', () => {
    expect(missingWords(NO_WORDS, false, '')).toEqual(['Purpose', 'Meeting', 'Agenda item', 'Author', 'Who may vote', 'Recommendations', 'Background', 'Headline and what has changed', 'Risks', 'Next steps']);
    expect(missingWords(NO_WORDS, true, '')).toContain('What is corrected');
  });

  it('part paragraphs at empty lines', () => {
    expect(paragraphsOf('One\ntwo\r\n\r\n three \n\n\n')).toEqual(['One two', 'three']);
  });
});

it('numbers are exact in words and in files', () => {
  expect([publicNumber(-5, 'pounds'), publicNumber(1_234_567, 'count'), publicNumber(-3, 'percent'), publicNumber(7, 'tenths')]).toEqual([
    { shown: '\u2212\u00a30.05', value: '-0.05' }, { shown: '1,234,567', value: '1234567' }, { shown: '\u22120.3%', value: '-0.3' }, { shown: '0.7', value: '0.7' },
  ]);
});
