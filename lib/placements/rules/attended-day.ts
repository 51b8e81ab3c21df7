import { agreementYearOf } from '@/lib/calendars/rules/academic-year';
import type { SchoolDays } from '@/lib/calendars/rules/school-days';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { contains, type DateRange } from '@/lib/core/date-range';
import { weekdayDateInWords } from '@/lib/core/date-words';

/**
 * Why nobody can have attended a site on a day: no school day of its calendar, or a day on which it was closed. Null
 * for a day that can be, and for one of a year whose calendar the authority has not entered.
 */
export function whyNoAttendance(days: SchoolDays, closures: readonly DateRange[], siteName: string, on: CalendarDate): string | null {
  if (!days.calendar.years.some((year) => year.academicYear === agreementYearOf(on).label)) return null;
  const why = days.whyNotSchoolDay(on);
  if (why !== null) return `${weekdayDateInWords(on)} is no school day of ${siteName} (${why.words.toLowerCase()})`;
  return closures.some((closure) => contains(closure, on)) ? `${siteName} was closed on ${weekdayDateInWords(on)}` : null;
}
