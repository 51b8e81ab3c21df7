import { type Month, monthInWords } from '@/lib/charges/rules/months';
import { loadPeriods } from '@/lib/charges/store';
import type { ReadTx } from '@/lib/server/unit-of-work';
import type { BoardItem, CloseContent, MeasureRow } from '../types';
import { loadCloses } from '../close-store';
import { boardMonth, boardRows } from '../measure-rows';
import { monthToFreezeOf } from '../rules/freeze-next';
import { isOpen } from '../rules/item-problems';
import { loadItems } from '../store';

/** A month of which the Board can read figures. */
export interface FrozenMonth {
  readonly month: Month;
  readonly title: string;
}

export interface BoardPageView {
  /** The figures as at the close of the month asked for, or of the last that is frozen; null where none is. */
  readonly close: (CloseContent & { readonly title: string }) | null;
  /** Latest first. */
  readonly months: readonly FrozenMonth[];
  readonly rows: readonly MeasureRow[];
  readonly needed: readonly BoardItem[];
  readonly taken: readonly BoardItem[];
  readonly risks: readonly BoardItem[];
}

/**
 * What the Governance Board reads: its measures with their figures as at the close of a month, decisions and open risks. No
 * pupil can be told from it (R75, R81). Null for a month that is not frozen.
 */
export async function boardPage(tx: ReadTx, asked: string | null = null): Promise<BoardPageView | null> {
  const month = await boardMonth(tx, asked);
  if (month === null && asked !== null) return null;
  const items = await loadItems(tx);
  return {
    close: month && { ...month.close, title: monthInWords(month.close.month) },
    months: (await loadCloses(tx)).map((one) => ({ month: one.month, title: monthInWords(one.month) })).reverse(),
    rows: month ? await boardRows(tx, month) : [],
    needed: items.filter((item) => item.state === 'needed'),
    taken: items.filter((item) => item.state === 'taken').sort((a, b) => ((a.settledOn ?? '') < (b.settledOn ?? '') ? 1 : -1)),
    risks: items.filter((item) => item.kind === 'risk' && isOpen(item.state)),
  };
}

/** The figures of the last month that is frozen; null where none is. */
export async function lastClose(tx: ReadTx): Promise<BoardPageView['close']> {
  const close = (await loadCloses(tx)).at(-1);
  return close ? { ...close, title: monthInWords(close.month) } : null;
}

/** The earliest closed month whose figures can still be frozen for the Board, and those that it would pass over; null where there is none. */
export async function monthToFreeze(tx: ReadTx): Promise<(FrozenMonth & { /** `December 2025`. */ readonly skipped: readonly string[] }) | null> {
  const last = (await loadCloses(tx)).at(-1)?.month ?? null;
  const found = monthToFreezeOf((await loadPeriods(tx)).map((period) => ({ month: period.month, isClosed: period.closed_at !== null })), last);
  return found && { month: found.month, title: monthInWords(found.month), skipped: found.skipped.map(monthInWords) };
}
