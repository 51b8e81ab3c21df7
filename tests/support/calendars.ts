import fc from 'fast-check';
import { addDays, calendarDate, type CalendarDate, daysBetween } from '@/lib/core/calendar-date';
import { SHIPPED_BANK_HOLIDAYS } from '@/lib/calendars/data/shipped-bank-holidays';
import type { CalendarYear, ClosedDays, SchoolCalendar, Term } from '@/lib/calendars/types';

export const d = calendarDate;
export const BANK_HOLIDAYS = SHIPPED_BANK_HOLIDAYS;

const OWN_TERMS = ['Autumn', 'Autumn', 'Spring', 'Spring', 'Summer', 'Summer'] as const;

/** A year from its half-terms `[first, last]` and INSET days; three-term unless `sixTerm`. */
export function calendarYear(
  academicYear: string,
  halves: readonly (readonly [string, string])[],
  inset: readonly string[],
  options: { readonly sixTerm?: boolean; readonly name?: string; readonly version?: number } = {},
): CalendarYear {
  const terms = halves.map(([first, last], index): Term => ({
    name: options.sixTerm ? `Term ${index + 1}` : `${OWN_TERMS[index] ?? 'Term'} ${(index % 2) + 1}`,
    firstOn: d(first),
    lastOn: d(last),
    ...(options.sixTerm ? {} : { partOf: OWN_TERMS[index] ?? 'Term' }),
  }));
  const closedDays = inset.map((date): ClosedDays => ({ kind: 'inset', firstOn: d(date), lastOn: d(date), reason: 'INSET day' }));
  const name = options.name ?? 'Demonstration calendar';
  return { id: `cal-${academicYear}`, name, version: options.version ?? 1, academicYear, terms, closedDays };
}

/** CAL-24 of the demonstration, 190 pupil days. */
export const CAL_24 = calendarYear('2024/25', [
  ['2024-09-02', '2024-10-25'], ['2024-11-04', '2024-12-20'], ['2025-01-06', '2025-02-14'],
  ['2025-02-24', '2025-04-04'], ['2025-04-22', '2025-05-23'], ['2025-06-02', '2025-07-22'],
], ['2024-09-02', '2024-09-03', '2024-11-04', '2025-01-06', '2025-07-22']);

/** CAL-25 of the rule book, section 1, 190 pupil days. */
export const CAL_25 = calendarYear('2025/26', [
  ['2025-09-01', '2025-10-24'], ['2025-11-03', '2025-12-19'], ['2026-01-05', '2026-02-13'],
  ['2026-02-23', '2026-03-27'], ['2026-04-13', '2026-05-22'], ['2026-06-01', '2026-07-20'],
], ['2025-09-01', '2025-09-02', '2025-11-03', '2026-01-05', '2026-07-20']);

/** CAL-26 of the rule book, section 1, 190 pupil days. */
export const CAL_26 = calendarYear('2026/27', [
  ['2026-09-01', '2026-10-23'], ['2026-11-02', '2026-12-18'], ['2027-01-04', '2027-02-12'],
  ['2027-02-22', '2027-03-25'], ['2027-04-12', '2027-05-28'], ['2027-06-07', '2027-07-21'],
], ['2026-09-01', '2026-09-02', '2026-11-02', '2027-01-04', '2027-06-07']);

/** The demonstration calendar: CAL-24, CAL-25 and CAL-26 together. */
export const DEMONSTRATION_CALENDAR: SchoolCalendar = {
  name: 'Demonstration calendar',
  years: [CAL_24, CAL_25, CAL_26],
  bankHolidays: BANK_HOLIDAYS,
};

/** The calendar with one more closure in the year that holds its first day (else the last year). */
export function withClosure(calendar: SchoolCalendar, first: CalendarDate, last: CalendarDate = first): SchoolCalendar {
  const closure: ClosedDays = { kind: 'closure', firstOn: first, lastOn: last, reason: 'Heating failed' };
  return {
    ...calendar,
    years: calendar.years.map((year) => ({ ...year, closedDays: [...year.closedDays, closure] })),
  };
}

/** A random calendar: three years in a row between 2013/14 and 2026/27, three or six terms, INSET days and closures. */
export const randomCalendar: fc.Arbitrary<SchoolCalendar> = fc
  .record({
    autumn: fc.integer({ min: 2013, max: 2024 }),
    sixTerm: fc.boolean(),
    edges: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 36, maxLength: 36 }),
    closures: fc.array(fc.tuple(fc.integer({ min: 0, max: 1_094 }), fc.integer({ min: 0, max: 4 }), fc.boolean()), { maxLength: 12 }),
  })
  .map(({ autumn, sixTerm, edges, closures }) => {
    const start = d(`${autumn}-09-01`);
    const years = [0, 1, 2].map((offset) => randomYear(autumn + offset, edges.slice(offset * 12, offset * 12 + 12), sixTerm));
    const closedDays = closures.map(([day, length, inset]): ClosedDays => {
      const firstOn = addDays(start, day);
      return { kind: inset ? 'inset' : 'closure', firstOn, lastOn: addDays(firstOn, length), reason: 'Generated' };
    });
    return {
      name: 'Generated calendar',
      years: years.map((year) => ({ ...year, closedDays })),
      bankHolidays: BANK_HOLIDAYS,
    };
  });

/** A calendar with a date in its first two years, so that clocks of up to a year reach their end. */
export const calendarAndDate: fc.Arbitrary<{ calendar: SchoolCalendar; date: CalendarDate }> = randomCalendar.chain((calendar) => {
  const first = calendar.years[0]?.terms[0]?.firstOn ?? d('2025-09-01');
  const last = calendar.years[1]?.terms.at(-1)?.lastOn ?? first;
  return fc.integer({ min: 0, max: daysBetween(first, last) }).map((day) => ({ calendar, date: addDays(first, day) }));
});

/** Usual half-term edges, each moved by up to six days. */
function randomYear(autumn: number, moves: readonly number[], sixTerm: boolean): CalendarYear {
  const spring = autumn + 1;
  const usual: readonly (readonly [string, string])[] = [
    [`${autumn}-08-28`, `${autumn}-10-20`], [`${autumn}-10-29`, `${autumn}-12-15`], [`${spring}-01-02`, `${spring}-02-08`],
    [`${spring}-02-17`, `${spring}-03-25`], [`${spring}-04-10`, `${spring}-05-20`], [`${spring}-05-29`, `${spring}-07-15`],
  ];
  const halves = usual.map(([first, last], index): readonly [string, string] => [
    addDays(d(first), moves[index * 2] ?? 0),
    addDays(d(last), moves[index * 2 + 1] ?? 0),
  ]);
  return calendarYear(`${autumn}/${String(spring % 100).padStart(2, '0')}`, halves, [], { sixTerm, name: 'Generated calendar' });
}
