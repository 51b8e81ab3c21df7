/** Must hold: the attack over every report published in twelve months, all tables and versions together, recovers no cell that was left out. */
import { beforeAll, describe, expect, it } from 'vitest';
import { loadLinearSolver } from '@/lib/publishing/linear-solver';
import { attack, feasibleRanges } from '@/lib/publishing/rules/disclosure/attack';
import { CONTROL_POLICY, type Quantity } from '@/lib/publishing/rules/disclosure/figures';
import type { LinearSolver } from '@/lib/publishing/rules/disclosure/program';
import { type Protected, protectReport } from '@/lib/publishing/rules/disclosure/protect';
import type { PublishedReport } from '@/lib/publishing/rules/disclosure/report';
import { type ForumDraft, forumDraft, withoutLeftOut } from '@/lib/publishing/rules/forum/forum-draft';
import { freeze } from '@/lib/publishing/rules/forum/freeze';
import { NO_WORDS } from '@/lib/publishing/rules/forum/officer-words';
import type { PublicReport } from '@/lib/publishing/types';
import { type CouncilShape, forumYear } from '@/tests/support/forum-year';
import { workedOut } from '@/tests/support/public-reader';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await loadLinearSolver();
});

const SMALL: CouncilShape = {
  seed: 372, partnerships: 1,
  providers: [
    { name: 'Rowan', line: 'pru', places: 20, comeAMonth: 3 }, { name: 'Aspire', line: 'academy', places: 35, comeAMonth: 4 },
    { name: 'College', line: 'college', places: null, comeAMonth: 1 }, { name: 'Elm House', line: 'independent', places: null, comeAMonth: 1 },
  ],
};
const LARGE: CouncilShape = {
  seed: 888, partnerships: 12,
  providers: [
    ...Array.from({ length: 6 }, (_one, index) => ({ name: `Centre ${index + 1}`, line: 'pru' as const, places: 60 + 10 * index, comeAMonth: 1 + index })),
    { name: 'Academy', line: 'academy', places: 108, comeAMonth: 8 }, { name: 'College', line: 'college', places: null, comeAMonth: 1 }, { name: 'Hawthorn', line: 'independent', places: null, comeAMonth: 1 },
  ],
};

interface Year { readonly published: PublishedReport[]; readonly copies: PublicReport[]; readonly values: Map<string, Quantity>; readonly mended: number }

/** What an officer leaves out after a refusal, one table after another, until the report may stand. */
const MENDS = ['exclusions', 'five-years-places', 'five-years-spend', 'places', 'explained', 'spend'].map((id) => `table:${id}`);

function publishedYear(shape: CouncilShape): Year {
  const [published, copies, values]: [PublishedReport[], PublicReport[], Map<string, Quantity>] = [[], [], new Map()];
  let mended = 0;
  for (const due of forumYear(shape)) {
    const months = [...new Set(copies.map((one) => one.month))];
    const figures = due.figures(months);
    const previous = figures.between.map((one) => one.month).filter((month) => month < due.month).sort().at(-1) ?? null;
    const draft = forumDraft(figures, due.version, [...values.values()], previous, published.length);
    const { result, own, mends } = mend(draft, published, values);
    mended += mends;
    for (const one of draft.report.quantities) values.set(one.key, one);
    published.push(result.published);
    copies.push(freeze({ draft: own, published: result.published, notes: result.notes, words: NO_WORDS, note: '', publishedOn: '2026-03-02', authority: { slug: 'testshire', name: 'Testshire', isDemonstration: false } }));
  }
  return { published, copies, values, mended };
}

const years = new Map<CouncilShape, Year>();

/** Worked out once. */
function yearOf(shape: CouncilShape): Year {
  const year = years.get(shape) ?? publishedYear(shape);
  years.set(shape, year);
  return year;
}

function mend(draft: ForumDraft, published: readonly PublishedReport[], values: ReadonlyMap<string, Quantity>): { readonly result: Extract<Protected, { kind: 'protected' }>; readonly own: ForumDraft; readonly mends: number } {
  for (let mends = 0; mends <= MENDS.length; mends += 1) {
    const { draft: own } = withoutLeftOut(draft, MENDS.slice(0, mends));
    const result = protectReport({ draft: own.report, earlier: published, earlierValues: [...values.values()] }, solver);
    if (result.kind === 'protected') return { result, own, mends };
  }
  throw new Error('A report without tables gives nothing away');
}

describe.each([['a council of one partnership', SMALL], ['a council of twelve', LARGE]] as const)('twelve months of %s', (_name, shape) => {
  let year: Year;
  beforeAll(() => {
    year = yearOf(shape);
  }, 120_000);

  it('come out, three of them corrected, with figures left out', () => {
    expect(new Set(year.copies.map((one) => one.month)).size).toBe(12);
    expect(year.copies.filter((one) => one.number === 2)).toHaveLength(3);
    expect(year.mended).toBeLessThan(year.copies.length);
    expect(workedOut(year.copies).leftOut).toBeGreaterThan(40);
  });

  it('leave nothing to recover from all of them together', () => {
    expect(attack(year.published, solver)).toEqual([]);
    let hidden = 0;
    for (const { unknown: { facts }, least, greatest } of feasibleRanges(year.published, solver, CONTROL_POLICY, (one) => one.hiddenAt.length > 0)) {
      const value = year.values.get(facts.key)?.value ?? Number.NaN;
      expect(value, facts.words).toBeGreaterThanOrEqual(least);
      expect(value, facts.words).toBeLessThanOrEqual(greatest);
      expect(least, facts.words).toBeLessThan(greatest);
      hidden += 1;
    }
    expect(hidden).toBeGreaterThan(40);
  });

  it('leave nothing to a reader who does the sums that the tables say, without what the control knows', () => {
    expect([...workedOut(year.copies).found]).toEqual([]);
  });
});

it('the reader sees a line that is left out alone beside others that are shown', () => {
  const { copies, values } = yearOf(SMALL);
  const copy = copies.find((one) => withSpendHidden(one).length > 0);
  const [first] = copy ? withSpendHidden(copy) : [];
  if (!copy || !first) throw new Error('No line of a year of few pupils is left out');
  expect(workedOut([revealOthers(copy, first, values)]).found.size).toBeGreaterThan(0);
});

interface Hidden { readonly table: string; readonly row: number; readonly column: number }

function withSpendHidden(copy: PublicReport): Hidden[] {
  const table = copy.sections.flatMap((section) => section.tables).find((one) => one.id === 'spend');
  return table?.rows.flatMap((row, at) => (row.cells[1]?.shown === '[c]' && row.title !== 'Total spend' && !row.title.endsWith('income') ? [{ table: 'spend', row: at, column: 1 }] : [])) ?? [];
}

/** Every actual to date but one with a number, as a slip would: any numbers do, the sums fix the last. */
function revealOthers(copy: PublicReport, { row, column }: Hidden, values: ReadonlyMap<string, Quantity>): PublicReport {
  return { ...copy, sections: copy.sections.map((section) => ({ ...section, tables: section.tables.map((table) => (table.id !== 'spend' ? table : {
    ...table, rows: table.rows.map((own, at) => (at === row ? own : { ...own, cells: own.cells.map((cell, index) => (index === column && cell.shown === '[c]' ? { shown: '1', value: String(values.size) } : cell)) })),
  })) })) };
}
