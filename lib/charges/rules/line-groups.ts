import type { CalendarDate } from '@/lib/core/calendar-date';
import { grouped } from '@/lib/core/grouped';
import { pence, type Pence } from '@/lib/core/pence';
import type { GroupState } from '../types';

interface Line { readonly placementId: string; readonly on: CalendarDate; readonly tenths: number; readonly amount: Pence; readonly payer: string | null }

/** The lines of one placement on a statement: what is queried, answered and posted as one. */
export interface LineGroup<L extends Line> {
  readonly placementId: string;
  readonly lines: readonly L[];
  readonly tenths: number;
  readonly amount: Pence;
  /** Days and amounts as text: two groups with the same text say the same. */
  readonly text: string;
}

export function lineGroups<L extends Line>(lines: readonly L[]): LineGroup<L>[] {
  return [...grouped(lines, (line) => line.placementId)].map(([placementId, own]) => ({
    placementId, lines: own, tenths: own.reduce((sum, line) => sum + line.tenths, 0), amount: totalOf(own), text: linesText(own),
  }));
}

export function totalOf(lines: readonly { readonly amount: Pence }[]): Pence {
  return pence(lines.reduce((sum, line) => sum + line.amount, 0n));
}

export function linesText(lines: readonly Omit<Line, 'placementId'>[]): string {
  return lines.map((line) => `${line.on} ${line.payer ?? '-'} ${line.tenths} ${line.amount}`).sort().join('; ');
}

/** A query as far as it decides what becomes of the lines; in the order in which they were raised. */
export interface DecidingQuery {
  readonly answer: 'upheld' | 'refused' | null;
  readonly answeredLines: string;
}

/**
 * Where a group stands: an open query holds its lines back; one that was upheld withdraws them, as long as they are the
 * lines it was about: lines drawn up afresh from a mended record are new lines.
 */
export function groupState(isPosted: boolean, text: string, queries: readonly DecidingQuery[]): GroupState {
  if (queries.some((query) => query.answer === null)) return isPosted ? 'waiting' : 'queried';
  const last = queries.at(-1);
  if (last?.answer === 'upheld' && last.answeredLines === text) return 'withdrawn';
  return isPosted ? 'posted' : 'draft';
}
