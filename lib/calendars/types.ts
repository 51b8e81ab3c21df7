import type { CalendarDate } from '@/lib/core/calendar-date';
import type { DateRange } from '@/lib/core/date-range';

/** A term: pupils attend on its weekdays, save bank holidays and the calendar's closed days. */
export interface Term extends DateRange {
  readonly name: string;
  readonly lastOn: CalendarDate;
  /**
   * The school's own term when this row is only a part of it (the half before half-term), for
   * example `Autumn`. Rows with the same value are one term for R10. Left out: the row is a term.
   */
  readonly partOf?: string;
}

/** Days inside a term on which the school is closed to all pupils. */
export interface ClosedDays extends DateRange {
  readonly kind: 'inset' | 'closure';
  readonly lastOn: CalendarDate;
  readonly reason: string;
}

/** One academic year of a calendar as the authority or the school keeps it. */
export interface CalendarYear {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  /** `2025/26`. */
  readonly academicYear: string;
  readonly terms: readonly Term[];
  readonly closedDays: readonly ClosedDays[];
}

/** England and Wales bank holidays (R66). Nothing may be counted after `knownTo`. */
export interface BankHolidays {
  readonly dates: readonly CalendarDate[];
  readonly knownTo: CalendarDate;
  /** Nothing may be counted before it, when it is given. */
  readonly knownFrom?: CalendarDate;
  /** The name of each holiday by its date, where known: `Good Friday`. */
  readonly titles?: Readonly<Record<string, string>>;
}

/** What a school-day count needs: the years of one school (or agreement, or site) and the bank holidays. */
export interface SchoolCalendar {
  readonly name: string;
  readonly years: readonly CalendarYear[];
  readonly bankHolidays: BankHolidays;
}

/** Why a date is not a school day, with words a person can read. */
export interface NotSchoolDay {
  readonly kind: 'weekend' | 'bank_holiday' | 'holiday' | 'inset' | 'closure';
  readonly words: string;
  /** The bank holiday's name, where the list gives one. */
  readonly title?: string;
}

/** A date that a count passed over, and why. */
export interface LeftOutDay {
  readonly date: CalendarDate;
  readonly why: NotSchoolDay['kind'] | 'day_zero' | 'after_afternoon_session_began';
  readonly words: string;
}

/** The calendar year a count rested on, so that a later correction can be traced (R2). */
export interface CalendarVersion {
  readonly id: string;
  readonly name: string;
  readonly academicYear: string;
  readonly version: number;
}

/** A deadline with its working (R2): the very dates counted and the dates left out. */
export interface CountWorking {
  /** The rule the count follows, for example `R7`. */
  readonly rule: string;
  /** The day of the event that started the count. */
  readonly startedOn: CalendarDate;
  /** Day 1 of the count. */
  readonly firstDay: CalendarDate;
  /** The school days counted, in order; the last is `dueOn`. */
  readonly counted: readonly CalendarDate[];
  readonly leftOut: readonly LeftOutDay[];
  readonly dueOn: CalendarDate;
  readonly calendarName: string;
  readonly calendarVersions: readonly CalendarVersion[];
}
