import type { CalendarDate } from '@/lib/core/calendar-date';
import { weekdayDayAndMonth } from '@/lib/core/date-words';
import type { NoticeDuty, NoticeTime } from './notice-duties';

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
