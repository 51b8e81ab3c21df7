import { attemptCount } from '@/lib/calendars/rules/count-refused';
import type { SchoolDays } from '@/lib/calendars/rules/school-days';
import type { CalendarDate } from '@/lib/core/calendar-date';

/** The day by which a site answers a proposal made on a day: so many of its school days later, or null where its calendar does not reach. */
export function replyByOf(days: SchoolDays, proposedOn: CalendarDate, withinSchoolDays: number): CalendarDate | null {
  const count = attemptCount(() => days.nthSchoolDayAfter(proposedOn, withinSchoolDays));
  return count.kind === 'counted' ? count.value : null;
}
