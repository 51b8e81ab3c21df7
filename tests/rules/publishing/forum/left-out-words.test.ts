/** What must not be worked out or written although the tables leave it out: Lancashire's figures of January 2026. */
import { beforeAll, describe, expect, it } from 'vitest';
import { loadLinearSolver } from '@/lib/publishing/linear-solver';
import type { LinearSolver } from '@/lib/publishing/rules/disclosure/program';
import { protectReport } from '@/lib/publishing/rules/disclosure/protect';
import { forumDraft } from '@/lib/publishing/rules/forum/forum-draft';
import type { ForumFigures, ForumLine } from '@/lib/publishing/rules/forum/forum-figures';
import { withoutReason } from '@/lib/publishing/rules/forum/without-reason';
import { type Secret, secretsOf, toldInWords } from '@/lib/publishing/rules/forum/left-out-words';
import { placesKnown } from '@/lib/publishing/rules/forum/places-known';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await loadLinearSolver();
});

const PUPILS = { pru_places: 60, top_ups: 80, ap_academy: 20, college: 6, independent: 9, over_quota_income: 2, transport: 7, special_schools: 8, released_funding: null };
const line = (key: keyof typeof PUPILS, actual: number, forecast: number, entered: readonly string[] = []): ForumLine => ({
  key, title: key, isIncome: key === 'over_quota_income', budget: forecast, actual, forecast, pupils: placesKnown(PUPILS, new Set(entered))[key],
});
const JANUARY = (entered: readonly string[] = []): ForumFigures => ({
  month: '2026-01', monthTitle: 'January 2026', year: '2025-26', pupils: 80, unitCost: null, providers: [], years: [], reserves: [], exclusions: null, sources: [], between: [],
  lines: [
    line('pru_places', 200_000_000, 240_000_000, entered), line('ap_academy', 116_666_667, 140_000_000, entered), { ...line('over_quota_income', 968_844, 968_844), budget: null },
  ],
  toExplain: [{ key: 'pru_places', title: 'pru_places', words: '\u00a31 over budget', reasons: [] }],
});

function controlled(figures: ForumFigures) {
  const draft = forumDraft(figures, 1, [], null, 0);
  const result = protectReport({ draft: draft.report, earlier: [], earlierValues: [] }, solver);
  if (result.kind === 'refused') throw new Error(result.leaks.map((leak) => leak.message).join('\n'));
  const rows = result.published.tables[0]?.rows ?? [];
  return { draft, published: result.published, actual: (title: string) => rows.find((row) => row.title === title)?.cells[1]?.shown };
}

describe('the income of two pupils', () => {
  it('is hidden behind nothing that ten twelfths of a forecast tell', () => {
    const { actual } = controlled(JANUARY());
    expect([actual('over_quota_income'), actual('pru_places'), actual('ap_academy'), actual('Total spend')]).toEqual(['[c]', 200_000_000, 116_666_667, 316_666_667]);
    expect(actual('Spend less income')).toBe('[c]');
  });

  it('may be hidden behind a line on which amounts of its own are entered', () => {
    expect([placesKnown(PUPILS, new Set(['ap_academy'])).ap_academy, placesKnown(PUPILS, new Set(['ap_academy'])).pru_places]).toEqual([20, null]);
  });
});

describe('words that print what is left out', () => {
  const told = (text: string, secrets: readonly Secret[], shown: readonly number[] = []): number => toldInWords([{ where: 'Headline', text }], { secrets, shown: new Set(shown) }).length;
  const income: Secret = { value: 968_844, unit: 'pence', words: 'the income' };

  it('are found to the pound, hundred or thousand, with the sentence and the cell', () => {
    const { draft, published } = controlled(JANUARY());
    const [first] = toldInWords([{ where: 'Headline', text: 'Spend rose. Charges reached \u00a39,688 by the end of January.' }], secretsOf(draft, published));
    expect(first).toMatch(/^Headline: "Charges reached \u00a39,688 by the end of January\." prints a figure that the report leaves out: table "High needs spend by line, .*", row "over_quota_income", column "Actual to date"/);
    for (const text of ['It is \u00a39,688.44', 'It is \u00a39,689', 'About \u00a39,700', 'About \u00a310,000', 'About \u00a39.7k', '9,688 pounds', '9688 in all']) expect(told(text, [income]), text).toBe(1);
  });

  it('are not other amounts, nor one that a table shows', () => {
    for (const text of ['It is \u00a39,690', '\u00a39,500', '\u00a312,000', '\u00a31.2 million', 'In 2026 it rose by 10%']) expect(told(text, [income]), text).toBe(0);
    expect(told('The budget is \u00a310,000', [income], [1_000_000])).toBe(0);
  });

  it('are counts of pupils in digits and in words, and shares', () => {
    const three: Secret = { value: 3, unit: 'count', words: 'pupils at Elm House' };
    for (const text of ['Three pupils came.', 'There were 3 placements.']) expect(told(text, [three]), text).toBe(1);
    for (const text of ['Four pupils came.', 'Item 3 tells of pupils', 'Three things matter']) expect(told(text, [three]), text).toBe(0);
    expect([told('It is 25.3% over', [{ value: 253, unit: 'percent', words: '' }]), told('It is 25% over', [{ value: 253, unit: 'percent', words: '' }]), told('It is 26% over', [{ value: 253, unit: 'percent', words: '' }])]).toEqual([1, 1, 0]);
  });
});

it('a variance that is listed without a reason is named', () => {
  const { draft, published } = controlled(JANUARY());
  expect(withoutReason(draft, published)).toEqual(['pru_places']);
  expect(withoutReason({ ...draft, reasons: [{ title: 'pru_places', reasons: ['Ten more places'] }] }, published)).toEqual([]);
});
