import type { ReadTx } from '@/lib/server/unit-of-work';
import { loadItems } from '../store';
import type { BoardItem } from '../types';

/** Every decision and risk, the one that is due first at the top. */
export function boardItems(tx: ReadTx): Promise<BoardItem[]> {
  return loadItems(tx);
}
