/** Money of one month beside days of another: the Board reads 116 place-days of January, the Forum the income of December. */
import { beforeAll, describe, expect, it } from 'vitest';
import { controlledClose } from '@/lib/board/rules/close-control';
import { closeDraft } from '@/lib/board/rules/close-draft';
import type { CloseFacts } from '@/lib/board/types';
import { isMonth, type Month } from '@/lib/charges/rules/months';
import { calendarDate } from '@/lib/core/calendar-date';
import { loadLinearSolver } from '@/lib/publishing/linear-solver';
import type { LinearSolver } from '@/lib/publishing/rules/disclosure/program';
import { protectReport } from '@/lib/publishing/rules/disclosure/protect';
import { forumDraft } from '@/lib/publishing/rules/forum/forum-draft';
import type { ForumFigures } from '@/lib/publishing/rules/forum/forum-figures';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await loadLinearSolver();
});

const month = (text: string): Month => {
  if (!isMonth(text)) throw new RangeError(text);
  return text;
};

/** Frozen in January: 116 place-days of nine pupils at £83.521 (£15,869 for 190 days). */
const january = (between: CloseFacts['between']): CloseFacts => ({
  month: month('2026-01'), on: calendarDate('2026-01-30'), slugs: new Map([['Pendle', 'pendle']]), quotas: [], sites: [], since: [], taken: [], between,
  calculations: [{ key: 'over_quota', days: 'since 1 September', terms: [], figure: { kind: 'quantity', parts: [{ name: 'Pendle', quantity: 116, pupils: 9 }] } }],
  income: { pence: 968_844, pupils: 9 }, price: { annualPence: 1_586_900, basisDays: 190 },
});
const december = (few: number): ForumFigures => ({
  month: '2025-12', monthTitle: 'December 2025', year: '2025-26', pupils: 80, unitCost: null, providers: [], years: [], reserves: [], exclusions: null, sources: [], toExplain: [],
  between: few === 0 ? [] : [{ month: '2026-01', pupils: { over_quota_income: few, college: 30 } }],
  lines: [
    { key: 'college', title: 'College', isIncome: false, budget: 90_000_000, actual: 50_000_000, forecast: 80_000_000, pupils: 40 },
    { key: 'over_quota_income', title: 'Income', isIncome: true, budget: null, actual: 910_379, forecast: 910_379, pupils: 9 },
  ],
});
const incomeShown = (tables: readonly { readonly rows: readonly { readonly title: string; readonly cells: readonly { readonly shown: unknown }[] }[] }[]): unknown => tables[0]?.rows.find((row) => row.title === 'Income')?.cells[1]?.shown;

describe('the seven days between December and January', () => {
  for (const [few, isShown] of [[2, false], [6, true]] as const) {
    it(`of ${few} pupils are ${isShown ? 'shown' : 'not told'} by the Forum's December after the Board's January`, () => {
      const close = controlledClose(closeDraft(january([]), []), [], [], solver);
      if (close.kind === 'refused') throw new Error('Refused');
      expect(close.published.tables[0]?.rows[0]?.cells[0]?.shown).toBe(1160);
      const draft = forumDraft(december(few), 1, close.draft.quantities, null, 1, close.draft.relations);
      const result = protectReport({ draft: draft.report, earlier: [close.published], earlierValues: close.draft.quantities }, solver);
      if (result.kind === 'refused') throw new Error(result.leaks.map((leak) => leak.message).join('\n'));
      expect(incomeShown(result.published.tables)).toBe(isShown ? 910_379 : '[c]');
    });

    it(`of ${few} pupils are ${isShown ? 'shown' : 'not told'} by the Board's January after the Forum's December`, () => {
      const draft = forumDraft(december(0), 1, [], null, 0);
      const forum = protectReport({ draft: draft.report, earlier: [], earlierValues: [] }, solver);
      if (forum.kind === 'refused') throw new Error('Refused');
      expect(incomeShown(forum.published.tables)).toBe(910_379);
      const close = controlledClose(closeDraft(january([{ month: month('2025-12'), pupils: few }]), draft.report.quantities), [forum.published], draft.report.quantities, solver);
      if (close.kind === 'refused') throw new Error(close.leaks.map((leak) => leak.message).join('\n'));
      expect(close.published.tables.flatMap((table) => table.rows.flatMap((row) => row.cells.map((cell) => cell.shown)))).toEqual(isShown ? [1160, 1160] : expect.not.arrayContaining([1160]));
    });
  }
});
