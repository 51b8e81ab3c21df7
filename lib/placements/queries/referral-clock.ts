import { z } from 'zod';
import type { Calendars } from '@/lib/calendars/store';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { weekdayDateInWords } from '@/lib/core/date-words';
import { daysLate } from '@/lib/exclusions/rules/clock-status';
import { meaningForAuthority } from '@/lib/exclusions/rules/home-authority';
import type { ReferralRecord } from '@/lib/exclusions/referral-store';
import { countingDays, dutyOf, type ExclusionRecord } from '@/lib/exclusions/store';
import type { DaySixClock } from '@/lib/exclusions/types';
import { textColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';

/** A school-day clock as pages draw it; the very dates counted and left out. */
export interface RunningClockFacts {
  readonly kind: 'running';
  readonly what: string;
  readonly counted: readonly CalendarDate[];
  readonly leftOut: readonly { readonly firstOn: CalendarDate; readonly lastOn: CalendarDate; readonly reason: string }[];
  readonly lateSchoolDays: number;
  readonly startsBecause: string;
  readonly calendar: string;
  readonly rule: { readonly text: string; readonly source: string };
  readonly notes: readonly string[];
  readonly metOn?: CalendarDate;
}

export type ClockFacts = RunningClockFacts | { readonly kind: 'none'; readonly reason: string };

const RULE = {
  text: 'Full-time education is due on the sixth school day of a permanent exclusion, day 1 counted. The authority where the pupil lives arranges it.',
  source: 'Education Act 1996, section 19(3A)',
} as const;

/** The clock of a request for a place: that of its exclusion, or why none runs. `metOn` is when full-time education really started. */
export async function referralClock(
  tx: ReadTx, calendars: Calendars, referral: ReferralRecord, exclusion: ExclusionRecord | null, metOn: CalendarDate | null,
): Promise<ClockFacts> {
  if (!exclusion) {
    const wanted = referral.wanted_from === null ? '' : ` Wanted from ${weekdayDateInWords(referral.wanted_from)}.`;
    return { kind: 'none', reason: `No exclusion, so the law sets no day.${wanted}` };
  }
  if (exclusion.state === 'reinstated' || exclusion.state === 'cancelled') return { kind: 'none', reason: `The exclusion was ${exclusion.state}` };
  const here = (await tx.row(z.object({ la_code: textColumn }), sql`SELECT la_code FROM authority WHERE id = ${tx.authorityId}`))?.la_code ?? '';
  const meaning = meaningForAuthority({
    thisAuthority: here, homeAuthority: exclusion.home_authority_code || null, schoolAuthority: exclusion.elsewhere_authority_code ?? here,
  });
  if (!meaning.clock) return { kind: 'none', reason: meaning.words };
  const duty = dutyOf(calendars, exclusion);
  if (!duty) return { kind: 'none', reason: 'An earlier exclusion, recorded without its time of day' };
  if (duty.kind === 'no_duty') return { kind: 'none', reason: duty.words };
  if (duty.kind === 'refused') return { kind: 'none', reason: duty.message };
  return running(tx, calendars, exclusion, duty.clock, metOn);
}

function running(tx: ReadTx, calendars: Calendars, exclusion: ExclusionRecord, clock: DaySixClock, metOn: CalendarDate | null): ClockFacts {
  const { lateReadingOn, dayOneTargetOn } = clock;
  return {
    kind: 'running', what: 'place', counted: clock.counted, lateSchoolDays: daysLate(countingDays(calendars, exclusion), clock.dueOn, metOn ?? tx.today) ?? 0,
    leftOut: clock.leftOut.map(({ date, words }) => ({ firstOn: date, lastOn: date, reason: words })),
    startsBecause: exclusion.after_afternoon_began
      ? `Excluded on ${weekdayDateInWords(exclusion.excluded_on)} at ${exclusion.excluded_at_time}, after the afternoon session began, so the next school day is day 1.`
      : `Excluded on ${weekdayDateInWords(exclusion.excluded_on)} at ${exclusion.excluded_at_time}, so day 1 is ${weekdayDateInWords(clock.firstDay)}.`,
    calendar: clock.calendarName, rule: RULE,
    notes: [
      ...(dayOneTargetOn === null ? [] : [`Day-1 target, good practice for looked-after pupils and those with a social worker: ${weekdayDateInWords(dayOneTargetOn)}.`]),
      ...(lateReadingOn === null ? [] : [`Another reading counts one school day more: ${weekdayDateInWords(lateReadingOn)}.`]),
    ],
    ...(metOn === null ? {} : { metOn }),
  };
}
