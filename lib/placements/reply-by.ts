import { attemptCount } from '@/lib/calendars/rules/count-refused';
import type { SchoolDays } from '@/lib/calendars/rules/school-days';
import type { CalendarDate } from '@/lib/core/calendar-date';

/** A site replies within this many of its school days. A setting of the authority; this is its default. */
export const REPLY_SCHOOL_DAYS = 2;

/** The day by which a site answers a proposal made today, or null where its calendar does not reach. */
export function replyByOf(days: SchoolDays, proposedOn: CalendarDate): CalendarDate | null {
  const count = attemptCount(() => days.nthSchoolDayAfter(proposedOn, REPLY_SCHOOL_DAYS));
  return count.kind === 'counted' ? count.value : null;
}
