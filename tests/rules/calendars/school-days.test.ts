import { describe, expect, it } from 'vitest';
import { attemptCount, CountRefused } from '@/lib/calendars/rules/count-refused';
import { SchoolDays, schoolDaysOf } from '@/lib/calendars/rules/school-days';
import { CAL_24, CAL_25, CAL_26, d, DEMONSTRATION_CALENDAR, withClosure } from '../../support/calendars';

const days = schoolDaysOf(DEMONSTRATION_CALENDAR);

function refusalOf(count: () => unknown): CountRefused {
  const attempt = attemptCount(count);
  if (attempt.kind === 'counted') throw new Error('Counted what should be refused');
  return attempt.refusal;
}

describe('R5 and R6: the school days of the reference calendars', () => {
  it.each([
    ['2024/25', '2024-09-04', '2025-07-21'], ['2025/26', '2025-09-03', '2026-07-17'], ['2026/27', '2026-09-03', '2027-07-21'],
  ])('%s has 190 pupil days, the first on %s and the last on %s', (year, first, last) => {
    const start = +year.slice(0, 4);
    const all = days.schoolDaysBetween(d(`${start}-09-01`), d(`${start + 1}-08-31`));
    expect([all.length, all[0], all.at(-1)]).toEqual([190, first, last]);
    expect(days.count(d(`${start}-09-01`), d(`${start + 1}-08-31`))).toBe(190);
  });

  it('R5: Monday 3 November 2025 is an INSET day and no school day', () => {
    expect(days.isSchoolDay(d('2025-11-03'))).toBe(false);
    expect(days.whyNotSchoolDay(d('2025-11-03'))).toEqual({ kind: 'inset', words: 'INSET day' });
  });

  it('says why each kind of day is no school day', () => {
    expect(days.whyNotSchoolDay(d('2025-11-04'))).toBeNull();
    expect(days.whyNotSchoolDay(d('2025-11-08'))).toEqual({ kind: 'weekend', words: 'Saturday' });
    expect(days.whyNotSchoolDay(d('2026-05-04'))).toEqual({
      kind: 'bank_holiday', words: 'Bank holiday: Early May bank holiday', title: 'Early May bank holiday',
    });
    expect(days.whyNotSchoolDay(d('2026-12-28'))?.title).toBe('Boxing Day');
    expect(days.whyNotSchoolDay(d('2026-02-18'))).toEqual({ kind: 'holiday', words: 'School holiday' });
    const closed = schoolDaysOf(withClosure(DEMONSTRATION_CALENDAR, d('2026-03-02'), d('2026-03-20')));
    expect(closed.whyNotSchoolDay(d('2026-03-03'))).toEqual({ kind: 'closure', words: 'Closed to all pupils: Heating failed' });
    expect(closed.whyNotSchoolDay(d('2026-03-07'))?.kind).toBe('weekend');
  });

  it('school day 107 is 3 March 2025 and 2 March 2026: the same point last year', () => {
    expect([days.schoolDayNumber(d('2025-03-03')), days.schoolDayNumber(d('2026-03-02'))]).toEqual([107, 107]);
    expect([days.schoolDayByNumber('2024/25', 107), days.schoolDayByNumber('2025/26', 107)]).toEqual(['2025-03-03', '2026-03-02']);
  });

  it('numbers a day without school as the school day before it, and nothing past the year', () => {
    expect(days.schoolDayNumber(d('2026-03-08'))).toBe(111);
    expect(days.schoolDayNumber(d('2025-09-01'))).toBe(0);
    expect(days.schoolDayNumber(d('2026-08-31'))).toBe(190);
    expect([days.schoolDayByNumber('2025/26', 190), days.schoolDayByNumber('2025/26', 191), days.schoolDayByNumber('2025/26', 0)])
      .toEqual(['2026-07-17', null, null]);
  });

  it('counts both ends and nothing backwards', () => {
    expect(days.count(d('2026-03-02'), d('2026-03-06'))).toBe(5);
    expect(days.count(d('2026-03-06'), d('2026-03-02'))).toBe(0);
    expect(days.schoolDaysBetween(d('2026-03-06'), d('2026-03-02'))).toEqual([]);
  });

  it('finds the next school day and the nth after', () => {
    expect(days.nextSchoolDayOnOrAfter(d('2026-03-02'))).toBe('2026-03-02');
    expect(days.nextSchoolDayOnOrAfter(d('2026-07-18'))).toBe('2026-09-03');
    expect(days.nthSchoolDayAfter(d('2026-02-13'), 1)).toBe('2026-02-23');
    expect(() => days.nthSchoolDayAfter(d('2026-02-13'), 0)).toThrow(RangeError);
    expect(() => days.nthSchoolDayAfter(d('2026-02-13'), 1.5)).toThrow(RangeError);
  });

  it('the demonstration: 79 school days lie from 9 March to 17 July 2026', () => {
    expect(days.count(d('2026-03-09'), d('2026-07-17'))).toBe(79);
  });
});

describe('R66: refusing to count beyond what is loaded', () => {
  it('names the year without term dates', () => {
    const refusal = refusalOf(() => days.nthSchoolDayAfter(d('2027-07-20'), 2));
    expect([refusal.reason, refusal.missingYear]).toEqual(['year_not_loaded', '2027/28']);
    expect(refusal.message).toBe(
      'Demonstration calendar has no term dates for 2027/28, so school days in that year cannot be counted. An administrator can add the year under Calendars.',
    );
  });

  it('refuses every question outside the loaded years', () => {
    for (const count of [
      () => days.isSchoolDay(d('2024-08-30')), () => days.count(d('2024-08-01'), d('2024-09-10')),
      () => days.schoolDaysBetween(d('2027-07-01'), d('2027-09-01')), () => days.nextSchoolDayOnOrAfter(d('2027-08-01')),
      () => days.schoolDayNumber(d('2027-09-01')), () => days.schoolDayByNumber('2023/24', 1), () => days.whyNotSchoolDay(d('2027-09-01')),
    ]) expect(count).toThrow(CountRefused);
    expect(days.isSchoolDay(d('2027-08-31'))).toBe(false);
  });

  it('does not jump over a year that is missing in the middle', () => {
    const gap = schoolDaysOf({ ...DEMONSTRATION_CALENDAR, years: [CAL_24, CAL_26] });
    expect(refusalOf(() => gap.nthSchoolDayAfter(d('2025-07-20'), 3)).missingYear).toBe('2025/26');
    expect(refusalOf(() => gap.count(d('2025-07-01'), d('2026-09-10'))).missingYear).toBe('2025/26');
  });

  it('stops at the last year whose bank holidays are known, though terms go on', () => {
    const bankHolidays = { ...DEMONSTRATION_CALENDAR.bankHolidays, knownTo: d('2025-12-31') };
    const short = schoolDaysOf({ ...DEMONSTRATION_CALENDAR, bankHolidays });
    expect(short.nthSchoolDayAfter(d('2025-12-18'), 1)).toBe('2025-12-19');
    const refusal = refusalOf(() => short.nthSchoolDayAfter(d('2025-12-18'), 2));
    expect([refusal.reason, refusal.missingYear]).toEqual(['bank_holidays_not_known', '2026']);
    expect(refusal.message).toBe(
      'The bank holidays of 2026 are not loaded, so days after 31 December 2025 cannot be counted for Demonstration calendar. An administrator can load a list that covers the year under Calendars.',
    );
    expect(refusalOf(() => short.count(d('2025-12-01'), d('2026-01-10'))).reason).toBe('bank_holidays_not_known');
  });

  it('stops before the first year of the list too', () => {
    const bankHolidays = { ...DEMONSTRATION_CALENDAR.bankHolidays, knownFrom: d('2025-01-01') };
    const short = schoolDaysOf({ ...DEMONSTRATION_CALENDAR, bankHolidays });
    expect(refusalOf(() => short.isSchoolDay(d('2024-12-20'))).message).toContain('days before 1 January 2025');
  });

  it('lets other errors through', () => {
    expect(() => attemptCount(() => { throw new TypeError('a bug'); })).toThrow(TypeError);
  });
});

describe('what a calendar may hold', () => {
  it('refuses one academic year twice, and a name that is no academic year', () => {
    expect(() => new SchoolDays({ ...DEMONSTRATION_CALENDAR, years: [CAL_25, CAL_25] })).toThrow(RangeError);
    expect(() => new SchoolDays({ ...DEMONSTRATION_CALENDAR, years: [{ ...CAL_25, academicYear: '2025/27' }] })).toThrow(RangeError);
  });

  it('gives a term that begins in August to the year it opens', () => {
    const early = { ...CAL_26, terms: [{ name: 'Autumn 1', firstOn: d('2026-08-26'), lastOn: d('2026-10-23') }, ...CAL_26.terms.slice(1)] };
    const leicester = schoolDaysOf({ ...DEMONSTRATION_CALENDAR, years: [CAL_25, early] });
    expect(leicester.isSchoolDay(d('2026-08-26'))).toBe(true);
    expect(leicester.schoolDayNumber(d('2026-08-27'))).toBe(2);
    expect(leicester.whyNotSchoolDay(d('2026-08-25'))?.kind).toBe('holiday');
    expect(leicester.schoolDayNumber(d('2026-08-25'))).toBe(190);
    expect(leicester.whyNotSchoolDay(d('2026-08-31'))?.kind).toBe('bank_holiday');
  });

  it('does not mind the order of the years, and works a calendar out once', () => {
    const shuffled = schoolDaysOf({ ...DEMONSTRATION_CALENDAR, years: [CAL_26, CAL_24, CAL_25] });
    expect(shuffled.nthSchoolDayAfter(d('2025-07-18'), 5)).toBe(days.nthSchoolDayAfter(d('2025-07-18'), 5));
    expect(schoolDaysOf(DEMONSTRATION_CALENDAR)).toBe(days);
    expect(shuffled.yearsBetween(d('2025-01-01'), d('2026-09-01')).map((year) => year.academicYear)).toEqual(['2024/25', '2025/26', '2026/27']);
  });
});
