import type { CalendarDate } from '@/lib/core/calendar-date';
import { dateInWords, weekdayDayAndMonth } from '@/lib/core/date-words';
import type { PlacementState } from '../types';

/** A pupil's placement as the home school sees it. */
export interface PlacementSeen {
  readonly reference: string;
  readonly site: string;
  readonly firstOn: CalendarDate;
  readonly lastOn: CalendarDate;
  readonly shareTenths: number;
  readonly state: PlacementState;
  readonly replyBy: CalendarDate | null;
  readonly whereNext: string;
}

export interface InterimSeen {
  readonly kind: 'tuition' | 'online';
  readonly provider: string;
  readonly hoursPerWeek: number;
  readonly firstOn: CalendarDate;
  readonly lastOn: CalendarDate;
}

export interface WhereAndNext {
  /** Where the pupil is today. */
  readonly where: string;
  /** Last planned day there, or of the place that is agreed and has not started; null when no place is agreed. */
  readonly until: CalendarDate | null;
  readonly next: string;
}

/** Where a pupil is, until when, and what happens next, in a few words. */
export function whereAndNext(
  today: CalendarDate, placements: readonly PlacementSeen[], interim: readonly InterimSeen[], waitingSince: CalendarDate | null,
): WhereAndNext {
  const open = placements.filter((one) => one.state !== 'cancelled' && one.state !== 'left' && one.lastOn >= today)
    .sort((a, b) => (a.firstOn < b.firstOn ? -1 : 1));
  const here = open.filter((one) => one.state === 'started' && one.firstOn <= today);
  const coming = open.find((one) => !here.includes(one));
  const last = here.at(-1);
  if (last) {
    const where = here.map((one) => `${one.site}${one.shareTenths === 10 ? '' : ` (${one.shareTenths / 10} of a place)`}`).join(' and ');
    return { where, until: last.lastOn, next: coming ? comingWords(coming, today) : afterWords(last) };
  }
  const agreed = coming && (coming.state === 'accepted' || coming.state === 'not_arrived') ? coming : null;
  const teaching = interim.find((one) => one.firstOn <= today && today <= one.lastOn);
  const where = teaching ? `${teaching.kind === 'tuition' ? 'Tuition' : 'Online education'} with ${teaching.provider}, ${teaching.hoursPerWeek} hours a week`
    : agreed ? `Not started: place agreed at ${agreed.site}` : 'No place yet';
  const next = coming ? comingWords(coming, today)
    : waitingSince ? `Waiting for a place since ${dateInWords(waitingSince)}` : 'Nothing planned';
  return { where, until: teaching?.lastOn ?? agreed?.lastOn ?? null, next };
}

function comingWords(one: PlacementSeen, today: CalendarDate): string {
  switch (one.state) {
    case 'proposed': return `Proposed to ${one.site} from ${near(one.firstOn, today)}${one.replyBy ? `; reply due ${near(one.replyBy, today)}` : ''}`;
    case 'concern': return `${one.site} raised a concern about the place from ${near(one.firstOn, today)}`;
    case 'not_arrived': return `Did not arrive at ${one.site} on ${near(one.firstOn, today)}`;
    case 'accepted': return `${one.firstOn < today ? 'Was to start' : 'Starts'} at ${one.site} on ${near(one.firstOn, today)}`;
    case 'started': case 'left': case 'cancelled': return `At ${one.site} from ${near(one.firstOn, today)}`;
  }
}

function afterWords(one: PlacementSeen): string {
  return one.whereNext ? `Then: ${one.whereNext}` : 'Where next is not recorded yet';
}

function near(date: CalendarDate, today: CalendarDate): string {
  return date.slice(0, 4) === today.slice(0, 4) ? weekdayDayAndMonth(date) : dateInWords(date);
}
