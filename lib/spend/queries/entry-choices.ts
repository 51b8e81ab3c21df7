import { type Month, monthInWords } from '@/lib/charges/rules/months';
import type { ReadTx } from '@/lib/server/unit-of-work';
import { mayKeepSpend } from '../policy';
import { monthsOfYear, yearAfter, yearOfDate } from '../rules/financial-year';
import { LINE_WORDS } from '../rules/lines';
import { loadProviders } from '../store';
import { ENTERED_LINES, type FinancialYear, SPEND_LINES } from '../types';

interface Choice<Value extends string = string> {
  readonly value: Value;
  readonly text: string;
}

/** What the forms of finance offer. */
export interface EntryChoices {
  readonly lines: readonly Choice[];
  readonly enteredLines: readonly Choice[];
  readonly providers: readonly Choice[];
  /** The year before, this one and the three after. */
  readonly years: readonly Choice<FinancialYear>[];
  readonly thisYear: FinancialYear;
  /** The months of the year before, this one and the next. */
  readonly months: readonly Choice<Month>[];
}

/** Null for others than finance. */
export async function entryChoices(tx: ReadTx): Promise<EntryChoices | null> {
  if (!mayKeepSpend(tx.actor)) return null;
  const now = yearOfDate(tx.today);
  return {
    lines: SPEND_LINES.map((key) => ({ value: key, text: LINE_WORDS[key].title })), enteredLines: ENTERED_LINES.map((key) => ({ value: key, text: LINE_WORDS[key].title })),
    providers: (await loadProviders(tx)).map((one) => ({ value: one.id, text: one.name })),
    years: [-1, 0, 1, 2, 3].map((years) => yearAfter(now, years)).map((year) => ({ value: year, text: year })), thisYear: now,
    months: [-1, 0, 1].flatMap((years) => monthsOfYear(yearAfter(now, years))).map((month) => ({ value: month, text: monthInWords(month) })),
  };
}
