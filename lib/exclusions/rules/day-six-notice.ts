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

export type LostNotice = { readonly mayAgree: boolean; readonly words: string };

/**
 * What is to be done once the 48 hours before a start have passed (R21): the parents may agree to less only where the
 * education starts before day 6. Null while there is time. `daySixOn` is null where no day-6 duty runs; `hasStarted`
 * once the pupil is there: nothing can start later any more, only be recorded.
 */
export function lostNotice(now: Date, start: EducationStart, daySixOn: CalendarDate | null, hasStarted = false): LostNotice | null {
  if (now.getTime() <= latestDaySixNotice(start).getTime()) return null;
  if (hasStarted) {
    return daySixOn !== null && start.startsOn < daySixOn
      ? { mayAgree: true, words: 'The pupil has started, before day 6. Record when the parents were told, and whether they agreed to less notice.' }
      : { mayAgree: false, words: 'The pupil has started. Record when the parents were told.' };
  }
  const passed = 'That time has passed, so 48 hours cannot be kept';
  if (daySixOn === null) return { mayAgree: false, words: `${passed}. Tell the parents without delay, or start later.` };
  return start.startsOn < daySixOn
    ? { mayAgree: true, words: `${passed}. The start is before day 6, so the parents may agree to less notice: ask them and record that they agree, or start later.` }
    : { mayAgree: false, words: `${passed}. Agreement to less notice counts only for a start before day 6: tell the parents without delay, or start later.` };
}
