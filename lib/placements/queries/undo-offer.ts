import { londonTimeOf } from '@/lib/core/calendar-date';
import { UNDOABLE_ACTS } from '../commands/undo-act';
import { actAsNoun, endsEarlier, type PlacementEventRow } from './placement-events';

/** The latest act, while it can still be taken back. */
export interface UndoOffer {
  readonly actId: string;
  readonly what: string;
  /** `14:32` in London. */
  readonly until: string;
}

const MINUTES = 10;

/** An undo for the newest act of a placement: within ten minutes, and only while nothing followed it. */
export function undoOffer(newest: PlacementEventRow | undefined, now: Date): UndoOffer | null {
  if (!newest || !newest.is_last || !(UNDOABLE_ACTS as readonly string[]).includes(newest.act)) return null;
  const until = new Date(newest.recorded_at.getTime() + MINUTES * 60_000);
  const began = now.getTime() >= newest.recorded_at.getTime();
  return began && now < until ? { actId: newest.act_id, what: endsEarlier(newest) ? 'earlier end' : actAsNoun(newest.act), until: londonTimeOf(until) } : null;
}
