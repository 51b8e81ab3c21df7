import type { CalendarDate } from '@/lib/core/calendar-date';
import { dateInWords } from '@/lib/core/date-words';
import type { FieldProblem } from '@/lib/core/refusal';
import type { BoardItem } from '../types';

interface ItemFields {
  readonly itemKind?: BoardItem['kind'];
  readonly itemState?: BoardItem['state'];
  readonly settledOn?: CalendarDate | null;
  readonly outcome?: string;
}

const STATES: Readonly<Record<BoardItem['kind'], readonly BoardItem['state'][]>> = { decision: ['needed', 'taken', 'withdrawn'], risk: ['open', 'closed'] };

/** Whether the Board still has to do with it. */
export function isOpen(state: BoardItem['state']): boolean {
  return state === 'needed' || state === 'open';
}

/** What is wrong between the fields of a decision or risk that could be read. A day that is to come settles nothing. */
export function itemProblems({ itemKind, itemState, settledOn, outcome }: ItemFields, today: CalendarDate): FieldProblem[] {
  const isSettled = itemState !== undefined && !isOpen(itemState);
  return [
    ...(itemKind && itemState && !STATES[itemKind].includes(itemState) ? [{ field: 'itemState', message: itemKind === 'decision' ? 'A decision is needed, taken or withdrawn' : 'A risk is open or closed' }] : []),
    ...(isSettled && settledOn === null ? [{ field: 'settledOn', message: 'Enter the date on which it was taken, withdrawn or closed' }] : []),
    ...(isSettled && outcome === '' ? [{ field: 'outcome', message: 'Say how it was settled' }] : []),
    ...(itemState && !isSettled && settledOn ? [{ field: 'settledOn', message: 'Leave the date empty while it is not settled' }] : []),
    ...(settledOn && settledOn > today ? [{ field: 'settledOn', message: `Date settled must be ${dateInWords(today)} or earlier` }] : []),
  ];
}
