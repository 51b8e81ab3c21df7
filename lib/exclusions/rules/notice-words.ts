import type { CalendarDate } from '@/lib/core/calendar-date';
import { weekdayDayAndMonth } from '@/lib/core/date-words';
import type { Notified, NoticeDuty, NoticeTime } from './notice-duties';

/** A line of the list of whom to tell. */
export interface NoticeLine {
  readonly key: string;
  readonly what: string;
  readonly when: string;
  readonly late: boolean;
}

export function noticeLines(duties: readonly NoticeDuty[], today: CalendarDate): NoticeLine[] {
  return duties.map((duty) => ({ key: `${duty.rule}-${duty.who}`, what: duty.what, when: whenInWords(duty.when, today), late: isPast(duty.when, today) }));
}

function isPast(when: NoticeTime, today: CalendarDate): boolean {
  return when.kind === 'without_delay' ? when.lateFrom <= today : when.kind === 'end_of_afternoon_session' && when.dueOn < today;
}

function whenInWords(when: NoticeTime, today: CalendarDate): string {
  if (when.kind === 'once_a_term') return 'Once a term';
  const day = when.dueOn === today ? 'today' : weekdayDayAndMonth(when.dueOn);
  const verb = isPast(when, today) ? 'was due' : 'due';
  return when.kind === 'without_delay' ? `Without delay, ${verb} ${day}` : `In writing, ${verb} by ${when.dueAt} ${when.dueOn === today ? 'today' : `on ${day}`}`;
}

const CANCELLATION: Readonly<Record<Notified, string>> = {
  parent: 'The parent: the cancellation with its reasons, and the offer of a meeting', governing_board: 'The governing board: the cancellation; its duty to consider falls away',
  authority: 'The authority: the cancellation with its reasons', home_authority: 'The home authority: the cancellation with its reasons',
  social_worker: 'The social worker: the cancellation with its reasons', virtual_school_head: 'The Virtual School Head: the cancellation with its reasons',
};

/** R30: who is told of a cancellation. */
export function cancellationLines(told: readonly Notified[]): NoticeLine[] {
  return told.map((who) => ({ key: `R30-${who}`, what: CANCELLATION[who], when: 'In writing, without delay', late: false }));
}
