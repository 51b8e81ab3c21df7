import { attemptCount } from '@/lib/calendars/rules/count-refused';
import type { SchoolDays } from '@/lib/calendars/rules/school-days';
import { type CalendarDate, isWeekend } from '@/lib/core/calendar-date';
import { contains, type DateRange } from '@/lib/core/date-range';
import { dateInWords, weekdayName } from '@/lib/core/date-words';
import { problemAt } from './rules/row-reader';
import type { FileRow, ImportKind, RowProblem } from './types';

/** Whose school days count for a date of a row. */
export interface Attended {
  readonly name: string;
  readonly days: SchoolDays;
  readonly closures: readonly DateRange[];
}

/** A remark for each date of a row on which nobody attends: often a slip, now and then meant. Nothing is said of years the calendar does not have. */
export function oddDays(kind: ImportKind, row: FileRow, dates: Readonly<Record<string, CalendarDate | null>>, where: Attended): RowProblem[] {
  return Object.entries(dates).flatMap(([key, on]) => {
    const why = on === null ? null : whyNobody(on, where);
    return why === null ? [] : [problemAt(kind, row, key, why, 'Leave it if it is meant, else correct the date')];
  });
}

function whyNobody(on: CalendarDate, { name, days, closures }: Attended): string | null {
  if (isWeekend(on)) return `${dateInWords(on)} is a ${weekdayName(on)}`;
  if (closures.some((closure) => contains(closure, on))) return `${name} is closed on ${dateInWords(on)}`;
  const known = attemptCount(() => days.whyNotSchoolDay(on));
  if (known.kind === 'refused' || known.value === null) return null;
  return `${dateInWords(on)} is no school day at ${name}. ${known.value.words}`;
}
