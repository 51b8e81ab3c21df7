import { addDays, type CalendarDate } from '@/lib/core/calendar-date';
import { weekdayDayAndMonth } from '@/lib/core/date-words';
import { shareInWords } from '@/lib/core/field-words';
import type { NextStep, NextStepKind, PlacementState } from '../types';

/** A placement of a waiting pupil, as far as the next step needs it. */
export interface StepPlacement {
  readonly id: string;
  readonly siteName: string;
  readonly state: PlacementState;
  readonly replyBy: CalendarDate | null;
  readonly firstOn: CalendarDate;
  readonly shareTenths: number;
  /** Goes on from another at the same site with another share: nobody has to arrive. */
  readonly goesOnHere: boolean;
}

export interface StepFacts {
  readonly today: CalendarDate;
  readonly talking: boolean;
  readonly otherAuthority: boolean;
  readonly noPlaceNote: string;
  readonly nextAction: string;
  readonly placements: readonly StepPlacement[];
}

/** The placement that decides what happens next comes first: what needs somebody soonest. */
const URGENCY: readonly PlacementState[] = ['not_arrived', 'concern', 'proposed', 'accepted', 'started'];

/** What happens next for a waiting pupil: "Rowan proposed, reply due today", "No option yet". */
export function nextStep(facts: StepFacts): NextStep {
  const first = soonest(facts.placements);
  return first ? ofPlacement(first, facts) : { ...withoutPlacement(facts), placementId: null, mayShare: false };
}

/** The placement in which the next thing is done, as {@link nextStep} has it. */
export function nextPlacement(facts: Pick<StepFacts, 'today' | 'placements'>): Pick<NextStep, 'placementId' | 'mayShare'> {
  const first = soonest(facts.placements);
  if (!first) return { placementId: null, mayShare: false };
  const { placementId, mayShare } = ofPlacement(first, facts);
  return { placementId, mayShare };
}

function soonest(placements: readonly StepPlacement[]): StepPlacement | undefined {
  return placements.filter((one) => URGENCY.includes(one.state) && !one.goesOnHere).sort((a, b) => URGENCY.indexOf(a.state) - URGENCY.indexOf(b.state))[0];
}

type Step = Omit<NextStep, 'placementId' | 'mayShare'>;

function withoutPlacement(facts: StepFacts): Step {
  if (facts.otherAuthority) return { kind: 'other_authority', words: 'Tell home authority', tone: 'due' };
  if (facts.talking) return { kind: 'talking', words: 'Talking with school', tone: 'quiet' };
  if (facts.noPlaceNote !== '') return { kind: 'no_place', words: facts.nextAction === '' ? 'No place found' : `No place found. Next: ${facts.nextAction}`, tone: 'due' };
  return { kind: 'no_option', words: 'No option yet', tone: 'quiet' };
}

function ofPlacement(one: StepPlacement, facts: Pick<StepFacts, 'today' | 'placements'>): NextStep {
  const step = stepOf(one, facts);
  // Where the rest of the week is open, a further place is what comes next.
  const placementId = step.kind === 'part_time' && step.tone === 'due' ? null : one.id;
  return { ...step, placementId, mayShare: placementId !== null && step.kind !== 'not_arrived' && isPartOfWeek(facts.placements) };
}

const WHOLE_PLACE = 10;

/** What a pupil has at once; a share that goes on from another at the same site takes its place. */
function isPartOfWeek(placements: readonly StepPlacement[]): boolean {
  const live = placements.filter((one) => URGENCY.includes(one.state));
  const beside = live.filter((one) => !one.goesOnHere).reduce((sum, one) => sum + one.shareTenths, 0);
  return Math.max(beside, ...live.map((one) => one.shareTenths)) < WHOLE_PLACE;
}

function stepOf(one: StepPlacement, { today, placements }: Pick<StepFacts, 'today' | 'placements'>): Step {
  switch (one.state) {
    case 'not_arrived': return { kind: 'not_arrived', words: `Did not arrive at ${one.siteName}`, tone: 'late' };
    case 'concern': return { kind: 'concern', words: `${one.siteName} raised a concern`, tone: 'due' };
    case 'proposed': return proposed(one, today);
    case 'accepted': return accepted(one, today);
    default: return partTime(one, placements);
  }
}

function partTime(one: StepPlacement, placements: readonly StepPlacement[]): Step {
  const [more] = placements.filter((other) => other.goesOnHere && other.siteName === one.siteName && other.state === 'accepted');
  const words = `Started at ${one.siteName} for ${shareInWords(one.shareTenths).toLowerCase()}`;
  return more && more.shareTenths > one.shareTenths
    ? { kind: 'part_time', words: `${words}; ${shareInWords(more.shareTenths).toLowerCase()} from ${weekdayDayAndMonth(more.firstOn)}`, tone: 'fine' }
    : { kind: 'part_time', words: `${words}; the rest is open`, tone: 'due' };
}

function proposed({ siteName, replyBy }: StepPlacement, today: CalendarDate): Step {
  const step = (words: string, tone: NextStep['tone']): Step => ({ kind: 'proposed', words: `${siteName} proposed${words}`, tone });
  if (replyBy === null) return step('', 'quiet');
  if (replyBy < today) return step(`, reply was due ${weekdayDayAndMonth(replyBy)}`, 'late');
  return replyBy === today ? step(', reply due today', 'due') : step(`, reply due ${weekdayDayAndMonth(replyBy)}`, 'quiet');
}

function accepted({ siteName, firstOn }: StepPlacement, today: CalendarDate): Step {
  const step = (when: string, tone: NextStep['tone']): Step => ({ kind: 'accepted', words: `Accepted by ${siteName}, ${when}`, tone });
  if (firstOn < today) return step(`was to start ${weekdayDayAndMonth(firstOn)}`, 'late');
  if (firstOn === today) return step('starts today', 'due');
  return step(firstOn === addDays(today, 1) ? 'starts tomorrow' : `starts ${weekdayDayAndMonth(firstOn)}`, 'fine');
}

/** The filter's names for what happens next. */
export const STEP_CHOICES: readonly { readonly value: NextStepKind; readonly text: string }[] = [
  { value: 'no_option', text: 'No option yet' }, { value: 'talking', text: 'Talking with school' }, { value: 'proposed', text: 'Proposed' },
  { value: 'concern', text: 'Concern raised' }, { value: 'accepted', text: 'Accepted' }, { value: 'not_arrived', text: 'Did not arrive' },
  { value: 'part_time', text: 'Started part-time' }, { value: 'no_place', text: 'No place found' }, { value: 'other_authority', text: 'Tell home authority' },
];
