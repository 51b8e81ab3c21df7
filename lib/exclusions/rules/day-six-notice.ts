import { type CalendarDate, londonDateOf, londonInstant, londonTimeOf } from '@/lib/core/calendar-date';
import { weekdayDateInWords } from '@/lib/core/date-words';
import { wallClock } from './wall-clock';

const HOURS_48 = 48 * 60 * 60 * 1000;

/** When the education from day 6 begins, in London wall-clock time. */
export interface EducationStart {
  readonly startsOn: CalendarDate;
  /** `hh:mm`. */
  readonly startsAt: string;
}

/** R21: the last instant at which the parent may still be told where the education from day 6 is: 48 clock hours before it starts. */
export function latestDaySixNotice(start: EducationStart): Date {
  return new Date(londonInstant(start.startsOn, wallClock(start.startsAt)).getTime() - HOURS_48);
}

/** `Wednesday 4 March 2026 at 09:30`, London time. */
export function instantInWords(instant: Date): string {
  return `${weekdayDateInWords(londonDateOf(instant))} at ${londonTimeOf(instant)}`;
}

export type DaySixNotice =
  | { readonly kind: 'in_time' }
  | { readonly kind: 'waived' }
  | { readonly kind: 'too_late'; readonly latestAt: Date; readonly words: string };

/**
 * R21 (FTE-R reg 6): whether a notice given at an instant is in time. The parent's consent waives
 * the 48 hours only for education that starts before the relevant day, the sixth school day.
 */
export function daySixNotice(
  givenAt: Date,
  start: EducationStart,
  about: { readonly daySixOn: CalendarDate; readonly parentConsents: boolean },
): DaySixNotice {
  const latestAt = latestDaySixNotice(start);
  if (givenAt.getTime() <= latestAt.getTime()) return { kind: 'in_time' };
  const early = start.startsOn < about.daySixOn;
  if (about.parentConsents && early) return { kind: 'waived' };
  const mend = early
    ? 'Start later, or record that the parent agrees to less notice'
    : 'Start later; consent to less notice counts only for a start before day 6';
  return {
    kind: 'too_late',
    latestAt,
    words: `The family must be told at least 48 hours before education starts, by ${instantInWords(latestAt)}. ${mend}.`,
  };
}
