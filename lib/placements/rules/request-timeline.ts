import type { CalendarDate } from '@/lib/core/calendar-date';
import { dateInWords } from '@/lib/core/date-words';
import type { PlacementState } from '../types';
import { stateInWords } from './states';

/** One line of the history of a request, newest first. */
export interface RequestEvent {
  readonly id: string;
  readonly on: CalendarDate;
  /** The instant it was recorded, ISO 8601 UTC: what the lines are ordered by. */
  readonly at: string;
  readonly title: string;
  readonly detail: string;
  readonly by: string | null;
}

const EXCLUSION_TITLES = {
  recorded: 'Exclusion recorded', challenge: 'Talked with the school', upheld: 'Upheld by the governing board', reinstated: 'Reinstated by the governing board',
  cancelled: 'Cancelled by the head', home_authority_told: 'Home authority told',
} as const;

export interface ExclusionStep {
  readonly kind: keyof typeof EXCLUSION_TITLES;
  /** The day it happened: for `recorded` the day of the exclusion, as it was then. */
  readonly happened_on: CalendarDate;
  /** The day somebody entered it. */
  readonly recordedOn: CalendarDate;
  readonly with_whom: string;
  readonly challenge: string;
  readonly alternatives: string;
  readonly outcome: string;
}

/**
 * An act on an exclusion in words, on its day. That it was recorded is an act of its own day, which names the day of the
 * exclusion; any other that was entered later than it happened says when.
 */
export function exclusionStepWords(step: ExclusionStep): { readonly on: CalendarDate; readonly title: string; readonly detail: string } {
  const isRecorded = step.kind === 'recorded';
  const parts = [
    isRecorded && `Excluded on ${dateInWords(step.happened_on)}`,
    step.with_whom && `With ${step.with_whom}`, step.challenge && `Asked: ${step.challenge}`, step.alternatives && `Alternatives offered: ${step.alternatives}`,
    step.outcome && (step.kind === 'challenge' ? `Outcome: ${step.outcome}` : step.outcome),
    !isRecorded && step.recordedOn !== step.happened_on && `Recorded on ${dateInWords(step.recordedOn)}`,
  ];
  return {
    on: isRecorded ? step.recordedOn : step.happened_on, title: EXCLUSION_TITLES[step.kind], detail: sentences(parts.filter((part): part is string => typeof part === 'string' && part !== '')),
  };
}

/** Parts as sentences: a full stop only after a part that has no mark of its own. */
function sentences(parts: readonly string[]): string {
  return parts.map((part, index) => (index === parts.length - 1 || /[.?]$/.test(part) ? part : `${part}.`)).join(' ');
}

const ACT_TITLES: Readonly<Record<string, string>> = {
  propose: 'Proposed', accept: 'Accepted', raise_concern: 'Concern raised', start: 'Started', record_not_arrived: 'Did not arrive', not_arrived: 'Did not arrive',
  leave: 'Ended', cancel: 'Cancelled', extend: 'Extended', change_share: 'Share changed', change_site: 'Site changed', undo: 'Undone',
  reinstate: 'Ended: pupil reinstated', rescind: 'Ended: exclusion cancelled', tell_parents: 'Parents told', agree_notice: 'Parents agree to less notice', book_transport: 'Transport booked', correct: 'Counts to another quota after a correction',
};

/** "Proposed: Rowan": what was done to a placement, and where. */
export function placementStepTitle(act: string, siteName: string, stateAfter: PlacementState): string {
  return `${ACT_TITLES[act] ?? stateInWords(stateAfter)}: ${siteName}`;
}

export function newestFirst(events: readonly RequestEvent[]): RequestEvent[] {
  return [...events].sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? 1 : -1));
}
