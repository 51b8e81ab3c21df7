import { z } from 'zod';
import { loadCalendars } from '@/lib/calendars/store';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { weekdayDateInWords } from '@/lib/core/date-words';
import { idInput } from '@/lib/core/input';
import { type LostNotice, lostNotice } from '@/lib/exclusions/rules/day-six-notice';
import { loadSites } from '@/lib/providers/store';
import { dateColumn, textColumn, uuidColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';
import { followsAnswerTo, goesOnHere } from '../following';
import { type PlaceInConflict, placesInConflict } from '../marker-tasks';
import { mayPlace } from '../policy';
import { clockAtStart } from '../rules/clock-at-start';
import { actsAllowed, type PlacementAct, recordsOfStart, stateInWords } from '../rules/states';
import { placementById, type PlacementRow } from '../store';
import { fortyEightHoursBefore } from './check-view';
import { endsEarlier, eventRows, type EventView, eventView } from './placement-events';
import type { PupilBrief } from '../types';
import { loadReferral } from './pupil-brief';
import { sharesBeside } from './shares-beside';
import { type UndoOffer, undoOffer } from './undo-offer';

/** A placement as the officer sees it. */
export interface PlacementPage {
  readonly row: PlacementRow;
  readonly brief: PupilBrief;
  readonly referralReference: string;
  readonly referralOpen: boolean;
  readonly siteName: string;
  readonly siteSlug: string;
  readonly startTime: string;
  readonly tellParentsBy: string;
  /** What is to be done where that time has passed and nobody has told the parents; null else. */
  readonly lostNotice: LostNotice | null;
  /** What becomes of the pupil's clock when this placement starts; null where none runs. */
  readonly clockWords: string | null;
  /** Where the pupil stays until this placement starts, when it goes on from one at another site. */
  readonly untilThen: string | null;
  readonly stateWords: string;
  readonly stateTone: 'late' | 'due' | 'fine' | 'quiet' | 'info';
  /** What has to happen next, in one line; null when nothing has. */
  readonly next: string | null;
  /** Markers that stand against this place. */
  readonly inConflict: readonly PlaceInConflict[];
  readonly acts: readonly PlacementAct[];
  readonly events: readonly EventView[];
  readonly undo: UndoOffer | null;
  /** The latest act brought the planned end forward. */
  readonly endsEarlier: boolean;
  readonly continuesId: string | null;
  readonly continuedById: string | null;
  /** Whether what belongs to the start is recorded before it or after it; null when nothing can be. */
  readonly recordsStart: 'before' | 'after' | null;
}

const TONES: Readonly<Record<PlacementRow['state'], PlacementPage['stateTone']>> = {
  proposed: 'due', accepted: 'fine', concern: 'late', started: 'fine', not_arrived: 'late', left: 'quiet', cancelled: 'quiet',
};

/** One placement with its pupil, timeline and what can be done; null when there is none. */
export async function placementPage(tx: ReadTx, id: string): Promise<PlacementPage | null> {
  if (!mayPlace(tx.actor)) return null;
  const row = idInput.safeParse(id).success ? await placementById(tx, id) : null;
  if (!row) return null;
  const calendars = await loadCalendars(tx);
  const loaded = await loadReferral(tx, calendars, row.referral_id);
  const site = (await loadSites(tx)).find((one) => one.id === row.site_id);
  if (!loaded || !site) return null;
  const daySixOn = loaded.brief.clock.kind === 'clock' ? loaded.brief.clock.clock.dueOn : null;
  const events = await eventRows(tx, [row.id]);
  const isGoingOn = await goesOnHere(tx, row);
  const follows = row.state === 'left' || row.state === 'cancelled' ? null : await followsAnswerTo(tx, row);
  const continuedBy = await tx.row(z.object({ id: uuidColumn }), sql`SELECT id FROM placement WHERE continues_id = ${row.id}::uuid AND state <> 'cancelled' LIMIT 1`);
  return {
    row, brief: loaded.brief, referralReference: loaded.referral.reference, referralOpen: loaded.referral.state === 'waiting' || loaded.referral.state === 'talking',
    siteName: site.name, siteSlug: site.slug, startTime: site.start_time, tellParentsBy: fortyEightHoursBefore(row.first_on, site.start_time),
    lostNotice: row.parents_told_at !== null || row.less_notice_agreed !== '' ? null : lostNotice(tx.now, { startsOn: row.first_on, startsAt: site.start_time }, daySixOn, row.state === 'started'),
    clockWords: clockAtStart(loaded.brief.clock, row.share_tenths + (await sharesBeside(tx, row.pupil_id, row.first_on, row.id))), untilThen: await staysUntilThen(tx, row, loaded.brief.firstName),
    stateWords: stateInWords(row.state), stateTone: TONES[row.state], next: follows ? `Follows the answer to ${follows.reference}, from which it goes on` : isGoingOn && row.state === 'accepted' ? `${site.name} records when the new share has begun` : nextStep(row, site.name, tx.today), acts: actsAllowed(row.state),
    inConflict: (await placesInConflict(tx, row.pupil_id)).filter((one) => one.placementId === row.id),
    events: events.map((one) => eventView(one)), undo: undoOffer(events[0], tx.now), endsEarlier: events[0] !== undefined && endsEarlier(events[0]), continuesId: row.continues_id, continuedById: continuedBy?.id ?? null,
    recordsStart: isGoingOn ? null : recordsOfStart(row.state),
  };
}

/** What has to happen next to a placement. `today` decides what is late. */
export function nextStep(row: Pick<PlacementRow, 'state' | 'reply_by' | 'first_on' | 'last_on' | 'parents_told_at'>, siteName: string, today: CalendarDate): string | null {
  switch (row.state) {
    case 'proposed': return row.reply_by !== null && row.reply_by < today ? `${siteName} has not answered; its reply was due` : `${siteName} answers the proposal`;
    case 'concern': return `Settle the concern with ${siteName}, or choose another site`;
    case 'accepted': return row.first_on < today ? `${siteName} records whether the pupil started` : row.parents_told_at === null ? 'Tell the parents where and when' : 'The pupil starts';
    case 'not_arrived': return 'Agree with the school and the family what to do';
    case 'started': return row.last_on < today ? `The planned end has passed: end or extend` : null;
    case 'left':
    case 'cancelled': return null;
  }
}

const earlierRow = z.object({ site_name: textColumn, last_on: dateColumn });

async function staysUntilThen(tx: ReadTx, row: PlacementRow, firstName: string): Promise<string | null> {
  if (row.continues_id === null || row.state === 'cancelled') return null;
  const earlier = await tx.row(earlierRow, sql`
    SELECT s.name AS site_name, p.last_on FROM placement p JOIN site s ON s.authority_id = p.authority_id AND s.id = p.site_id
     WHERE p.id = ${row.continues_id}::uuid AND p.site_id <> ${row.site_id}::uuid AND p.state IN ('accepted', 'started')`);
  return earlier && earlier.last_on >= tx.today ? `Until ${weekdayDateInWords(earlier.last_on)} ${firstName} stays at ${earlier.site_name}.` : null;
}
