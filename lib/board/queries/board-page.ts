import type { ReadTx } from '@/lib/server/unit-of-work';
import { boardRows } from '../measure-rows';
import { isOpen } from '../rules/item-problems';
import { loadItems } from '../store';
import type { BoardItem, MeasureRow } from '../types';

export interface BoardPageView {
  readonly rows: readonly MeasureRow[];
  readonly needed: readonly BoardItem[];
  readonly taken: readonly BoardItem[];
  readonly risks: readonly BoardItem[];
}

/** What the Governance Board reads: its measures with their figures, decisions and open risks. No pupil can be told from it (R75, R81). */
export async function boardPage(tx: ReadTx): Promise<BoardPageView> {
  const items = await loadItems(tx);
  return {
    rows: await boardRows(tx),
    needed: items.filter((item) => item.state === 'needed'),
    taken: items.filter((item) => item.state === 'taken').sort((a, b) => ((a.settledOn ?? '') < (b.settledOn ?? '') ? 1 : -1)),
    risks: items.filter((item) => item.kind === 'risk' && isOpen(item.state)),
  };
}
