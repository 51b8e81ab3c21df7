import { type CalendarDate, addDays, eachDate, isWeekend } from '@/lib/core/calendar-date';
import { contains, overlaps } from '@/lib/core/date-range';
import { weekdayName } from '@/lib/core/date-words';
import type { CalendarYear, LeftOutDay, NotSchoolDay, SchoolCalendar } from '../types';
import { agreementYear, agreementYearOf } from './academic-year';
import { bankHolidaysNotKnown, yearNotLoaded } from './count-refused';
import { firstDayOf, schoolDaysOfYears, spansOf, type YearSpan } from './loaded-years';

/**
 * The school days of one calendar (R5), worked out once. A school day is a weekday in a term that
 * is no bank holiday and not closed to all pupils; a day with one session only is a school day.
 *
 * A loaded year answers for 1 September to 31 August, and from its first term's first day when
 * that lies in August. Every answer outside the loaded years, or outside the years whose bank
 * holidays are known, is refused with `CountRefused`.
 */
export class SchoolDays {
  readonly calendar: SchoolCalendar;
  private readonly years: ReadonlyMap<string, CalendarYear>;
  /** The loaded years in order, each with the dates it answers for. */
  private readonly spans: readonly YearSpan[];
  private readonly holidays: ReadonlySet<string>;
  /** Every school day of the loaded years, in order. */
  private readonly days: readonly CalendarDate[];

  /** RangeError when the calendar holds one academic year twice or a year's name is not one. */
  constructor(calendar: SchoolCalendar) {
    this.calendar = calendar;
    this.years = new Map(calendar.years.map((year) => [agreementYear(year.academicYear).label, year]));
    if (this.years.size !== calendar.years.length) {
      throw new RangeError(`${calendar.name} holds an academic year twice`);
    }
    this.spans = spansOf(calendar.years);
    this.holidays = new Set(calendar.bankHolidays.dates);
    this.days = schoolDaysOfYears(this.spans.map((span) => span.year), this.holidays);
  }

  isSchoolDay(date: CalendarDate): boolean {
    this.refuseUnknown(date, date);
    return this.days[this.indexFrom(date)] === date;
  }

  /** Why pupils do not attend on the date, or null for a school day. Weekend goes before bank holiday, and that before the rest. */
  whyNotSchoolDay(date: CalendarDate): NotSchoolDay | null {
    return this.isSchoolDay(date) ? null : this.whyNone(date);
  }

  /** Why a date that is no school day is none. */
  private whyNone(date: CalendarDate): NotSchoolDay {
    if (isWeekend(date)) return { kind: 'weekend', words: weekdayName(date) };
    if (this.holidays.has(date)) {
      const title = this.calendar.bankHolidays.titles?.[date];
      return title === undefined
        ? { kind: 'bank_holiday', words: 'Bank holiday' }
        : { kind: 'bank_holiday', words: `Bank holiday: ${title}`, title };
    }
    const year = this.yearOf(date);
    const closed = year.closedDays.find((days) => contains(days, date));
    if (!closed || !year.terms.some((term) => contains(term, date))) return { kind: 'holiday', words: 'School holiday' };
    const what = closed.kind === 'inset' ? 'INSET day' : 'Closed to all pupils';
    return { kind: closed.kind, words: closed.reason && closed.reason !== what ? `${what}: ${closed.reason}` : what };
  }

  /** The school days from `first` to `last`, both included; empty when `last` is earlier. */
  schoolDaysBetween(first: CalendarDate, last: CalendarDate): CalendarDate[] {
    if (last < first) return [];
    this.refuseUnknown(first, last);
    return this.days.slice(this.indexFrom(first), this.indexFrom(addDays(last, 1)));
  }

  /** How many school days lie from `first` to `last`, both included; 0 when `last` is earlier. */
  count(first: CalendarDate, last: CalendarDate): number {
    if (last < first) return 0;
    this.refuseUnknown(first, last);
    return this.indexFrom(addDays(last, 1)) - this.indexFrom(first);
  }

  /** The nth school day after the date, which itself is day 0 (R7). RangeError unless n is a whole number from 1. */
  nthSchoolDayAfter(date: CalendarDate, n: number): CalendarDate {
    if (!Number.isInteger(n) || n < 1) throw new RangeError(`Not a number of school days: ${n}`);
    return this.answer(date, this.days[this.indexFrom(addDays(date, 1)) + n - 1]);
  }

  /** The date itself when it is a school day, else the next one. */
  nextSchoolDayOnOrAfter(date: CalendarDate): CalendarDate {
    return this.answer(date, this.days[this.indexFrom(date)]);
  }

  /** School days of the date's academic year up to and including it: 2 March 2026 is number 107 of CAL-25. */
  schoolDayNumber(date: CalendarDate): number {
    this.refuseUnknown(date, date);
    return this.indexFrom(addDays(date, 1)) - this.indexFrom(this.spanOf(date).firstOn);
  }

  /** The school day with that number in an academic year: the "same point last year". Null when the year has fewer. */
  schoolDayByNumber(academicYear: string, number: number): CalendarDate | null {
    const year = this.years.get(academicYear);
    if (!year) throw yearNotLoaded(this.calendar.name, academicYear);
    const date = this.days[this.indexFrom(firstDayOf(year)) + number - 1];
    if (number < 1 || date === undefined || this.yearOf(date) !== year) return null;
    this.refuseUnknown(date, date);
    return date;
  }

  /** The dates from `first` to `last`, both included, that are no school days, each with its reason. */
  leftOutBetween(first: CalendarDate, last: CalendarDate): LeftOutDay[] {
    if (last < first) return [];
    this.refuseUnknown(first, last);
    let next = this.indexFrom(first);
    return eachDate(first, last).flatMap((date) => {
      if (this.days[next] === date) {
        next += 1;
        return [];
      }
      const why = this.whyNone(date);
      return [{ date, why: why.kind, words: why.words }];
    });
  }

  /** The loaded years that the dates from `first` to `last` fall in, in order. */
  yearsBetween(first: CalendarDate, last: CalendarDate): CalendarYear[] {
    this.refuseUnknown(first, last);
    return this.spans.filter((span) => overlaps(span, { firstOn: first, lastOn: last })).map((span) => span.year);
  }

  /** The loaded year that answers for the date. */
  yearOf(date: CalendarDate): CalendarYear {
    return this.spanOf(date).year;
  }

  private spanOf(date: CalendarDate): YearSpan {
    const span = this.spans.find((each) => contains(each, date));
    if (!span) throw yearNotLoaded(this.calendar.name, agreementYearOf(date).label);
    return span;
  }

  private answer(from: CalendarDate, found: CalendarDate | undefined): CalendarDate {
    if (found !== undefined) {
      this.refuseUnknown(from, found);
      return found;
    }
    let missing = addDays(this.spanOf(from).lastOn, 1);
    for (const span of this.spans) if (span.firstOn === missing) missing = addDays(span.lastOn, 1);
    const { bankHolidays, name } = this.calendar;
    if (missing > bankHolidays.knownTo) throw bankHolidaysNotKnown(name, missing, bankHolidays);
    throw yearNotLoaded(name, agreementYearOf(missing).label);
  }

  /** Refuses unless every date from `first` to `last` lies in a loaded year and in the years of the bank holidays. */
  private refuseUnknown(first: CalendarDate, last: CalendarDate): void {
    const { bankHolidays, name } = this.calendar;
    if (last > bankHolidays.knownTo) throw bankHolidaysNotKnown(name, last, bankHolidays);
    if (bankHolidays.knownFrom !== undefined && first < bankHolidays.knownFrom) {
      throw bankHolidaysNotKnown(name, first, bankHolidays);
    }
    for (let day = first; day <= last; day = addDays(this.spanOf(day).lastOn, 1));
  }

  /** Position of the first school day on or after the date. */
  private indexFrom(date: CalendarDate): number {
    let [low, high] = [0, this.days.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.days[middle] as CalendarDate) < date) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const known = new WeakMap<SchoolCalendar, SchoolDays>();

/** The school days of a calendar, worked out once per calendar value. */
export function schoolDaysOf(calendar: SchoolCalendar): SchoolDays {
  const held = known.get(calendar);
  if (held) return held;
  const made = new SchoolDays(calendar);
  known.set(calendar, made);
  return made;
}
