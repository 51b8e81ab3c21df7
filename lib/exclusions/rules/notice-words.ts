import { addDays, type CalendarDate } from '@/lib/core/calendar-date';
import { weekdayDayAndMonth } from '@/lib/core/date-words';
import type { Notified, NoticeDuty, NoticeTime } from './notice-duties';

/** A line of the list of whom to tell. */
export interface NoticeLine {
  readonly key: string;
  readonly what: string;
  readonly when: string;
  readonly late: boolean;
  /** From this day on telling is late; null where no day is set. */
  readonly lateFrom: CalendarDate | null;
}

/** Somebody was told: the day, and by whom. */
export interface Told {
  readonly on: CalendarDate;
  readonly by: string;
}

export interface ToldLine extends NoticeLine {
  readonly told: Told | null;
  /** Told on the day it was late, or after. */
  readonly toldLate: boolean;
}

/** The key of the line by which the home authority is told (R24). */
export const HOME_AUTHORITY_NOTICE = 'R24-home_authority';

/** The list with what was recorded as told, by the key of each line. */
export function withTold(lines: readonly NoticeLine[], told: ReadonlyMap<string, Told>): ToldLine[] {
  return lines.map((line) => {
    const one = told.get(line.key) ?? null;
    return { ...line, told: one, toldLate: one !== null && line.lateFrom !== null && one.on >= line.lateFrom };
  });
}

export function noticeLines(duties: readonly NoticeDuty[], today: CalendarDate): NoticeLine[] {
  return duties.map((duty) => ({ key: `${duty.rule}-${duty.who}`, what: duty.what, when: whenInWords(duty.when, today), late: isPast(duty.when, today), lateFrom: lateFromOf(duty.when) }));
}

function lateFromOf(when: NoticeTime): CalendarDate | null {
  if (when.kind === 'once_a_term') return null;
  return when.kind === 'without_delay' ? when.lateFrom : addDays(when.dueOn, 1);
}

function isPast(when: NoticeTime, today: CalendarDate): boolean {
  const lateFrom = lateFromOf(when);
  return lateFrom !== null && lateFrom <= today;
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
  return told.map((who) => ({ key: `R30-${who}`, what: CANCELLATION[who], when: 'In writing, without delay', late: false, lateFrom: null }));
}
