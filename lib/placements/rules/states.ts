import type { PlacementState } from '../types';

/** Acts on a placement. Those on its terms leave the state as it is. */
export type PlacementAct =
  | 'accept' | 'raise_concern' | 'start' | 'record_not_arrived' | 'leave' | 'cancel'
  | 'extend' | 'change_share' | 'change_site' | 'change_dates';

/**
 * Where each act leads. A site may start only a pupil whom it has accepted; a pupil who did not arrive
 * keeps the place until the officer and the school decide; one who started leaves and is never cancelled.
 */
const LEADS_TO: Readonly<Record<PlacementState, Readonly<Partial<Record<PlacementAct, PlacementState>>>>> = {
  proposed: {
    accept: 'accepted', raise_concern: 'concern', cancel: 'cancelled',
    extend: 'proposed', change_share: 'proposed', change_site: 'proposed', change_dates: 'proposed',
  },
  concern: {
    accept: 'accepted', cancel: 'cancelled',
    extend: 'concern', change_share: 'concern', change_site: 'proposed', change_dates: 'concern',
  },
  accepted: {
    raise_concern: 'concern', start: 'started', record_not_arrived: 'not_arrived', cancel: 'cancelled',
    extend: 'accepted', change_share: 'accepted', change_site: 'proposed', change_dates: 'accepted',
  },
  not_arrived: { start: 'started', cancel: 'cancelled', extend: 'not_arrived', change_dates: 'accepted', change_site: 'proposed' },
  started: { leave: 'left', extend: 'started', change_share: 'started', change_site: 'started' },
  left: {},
  cancelled: {},
};

/** The state an act leads to, or null when it is not allowed in this state. */
export function stateAfter(state: PlacementState, act: PlacementAct): PlacementState | null {
  return LEADS_TO[state][act] ?? null;
}

/** States in which a site has agreed to a pupil and still has the place: it books transport and rings home. */
const LIVE_AT_SITE: readonly PlacementState[] = ['accepted', 'not_arrived', 'started'];

/** True while a site needs the home address and the contacts of a pupil (R79, least by role): from its acceptance until the pupil has left. */
export function needsFamily(state: PlacementState): boolean {
  return LIVE_AT_SITE.includes(state);
}

/** States in which a start is still being prepared. */
const COMING: readonly PlacementState[] = ['proposed', 'accepted', 'concern', 'not_arrived'];

/**
 * When what belongs to a start (parents told, less notice agreed, transport booked) can be recorded: before it, and after
 * it too, because what was done is often written down late. Null once the placement is over.
 */
export function recordsOfStart(state: PlacementState): 'before' | 'after' | null {
  if (COMING.includes(state)) return 'before';
  return state === 'started' ? 'after' : null;
}

export const START_RECORDS_CLOSED = 'The placement is over, so nothing more about its start can be recorded';

/** The acts that a state allows, for the buttons of a page. */
export function actsAllowed(state: PlacementState): PlacementAct[] {
  return (Object.keys(LEADS_TO[state]) as PlacementAct[]);
}

/**
 * True when an undo may lead back from a state to the one before the act: some act must lead from there to
 * here. Undoing the end or the cancellation of a placement takes a place, so capacity is checked again.
 */
export function mayUndo(from: PlacementState, backTo: PlacementState): boolean {
  return Object.values(LEADS_TO[backTo]).includes(from);
}

/** True when going from one state to another takes a place that was not held before. */
export function takesPlaceAgain(from: PlacementState, to: PlacementState): boolean {
  return from === 'cancelled' && to !== 'cancelled' || from === 'left' && to === 'started';
}

const STATE_WORDS: Readonly<Record<PlacementState, string>> = {
  proposed: 'Proposed', accepted: 'Accepted', concern: 'Concern raised', started: 'Started',
  not_arrived: 'Did not arrive', left: 'Left', cancelled: 'Cancelled',
};

export function stateInWords(state: PlacementState): string {
  return STATE_WORDS[state];
}

const ACT_WORDS: Readonly<Record<PlacementAct, string>> = {
  accept: 'accepted', raise_concern: 'questioned with a concern', start: 'started', record_not_arrived: 'recorded as not arrived',
  leave: 'ended', cancel: 'cancelled', extend: 'extended', change_share: 'given another share', change_site: 'moved to another site',
  change_dates: 'given other dates',
};

/** Why an act is refused: what stands, and what can be done instead. */
export function refusalInWords(state: PlacementState, act: PlacementAct): string {
  const allowed = actsAllowed(state).map((other) => ACT_WORDS[other]);
  const instead = allowed.length === 0 ? 'Nothing more can be done to it; record a new placement' : `It can be ${allowed.join(', ')}`;
  return `The placement stands as "${STATE_WORDS[state]}", so it cannot be ${ACT_WORDS[act]}. ${instead}.`;
}
