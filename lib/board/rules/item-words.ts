import type { BoardItem } from '../types';

/** How a decision or risk stands, in a word. */
export const ITEM_STATE_WORDS: Readonly<Record<BoardItem['state'], string>> = { needed: 'Needed', taken: 'Taken', withdrawn: 'Withdrawn', open: 'Open', closed: 'Closed' };
