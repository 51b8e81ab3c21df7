import { describe, expect, it } from 'vitest';
import { agreementYear, agreementYearOf, financeAcademicYearOf, financialYearOf, nextAcademicYear } from '@/lib/calendars/rules/academic-year';
import { CountRefused } from '@/lib/calendars/rules/count-refused';
import { easterMonday, easterSunday } from '@/lib/calendars/rules/easter';
import { statutorySchoolYear } from '@/lib/calendars/rules/statutory-school-year';
import { ownTerms, triggerTermOf, triggerTerms } from '@/lib/calendars/rules/term-periods';
import { BANK_HOLIDAYS, CAL_24, CAL_25, calendarYear, d, DEMONSTRATION_CALENDAR } from '../../support/calendars';

describe('R69 and R9: the years', () => {
  it('the agreement year runs 1 September to 31 August', () => {
    expect(agreementYearOf(d('2025-09-01'))).toEqual({ label: '2025/26', firstOn: '2025-09-01', lastOn: '2026-08-31' });
    expect(agreementYearOf(d('2025-08-31')).label).toBe('2024/25');
  });

  it('the financial year runs 1 April to 31 March and is written with a hyphen', () => {
    expect(financialYearOf(d('2026-03-31'))).toEqual({ label: '2025-26', firstOn: '2025-04-01', lastOn: '2026-03-31' });
    expect(financialYearOf(d('2026-04-01')).label).toBe('2026-27');
  });

  it('R9: 15 August 2026 is FinR academic year 2026/27 but statutory school year 2025/26', () => {
    expect(financeAcademicYearOf(d('2026-08-15'))).toEqual({ label: '2026/27', firstOn: '2026-08-01', lastOn: '2027-07-31' });
    expect(statutorySchoolYear(DEMONSTRATION_CALENDAR, d('2026-08-15'))).toEqual({ label: '2025/26', firstOn: '2025-09-01', lastOn: '2026-08-31' });
    expect(financeAcademicYearOf(d('2026-07-31')).label).toBe('2025/26');
  });

  it('a year begins with the first day of the first term after July, whether or not pupils come', () => {
    expect(statutorySchoolYear(DEMONSTRATION_CALENDAR, d('2026-09-01')).label).toBe('2026/27');
    expect(statutorySchoolYear(DEMONSTRATION_CALENDAR, d('2026-08-31')).label).toBe('2025/26');
    expect(statutorySchoolYear(DEMONSTRATION_CALENDAR, d('2024-09-02'))).toEqual({ label: '2024/25', firstOn: '2024-09-02', lastOn: '2025-08-31' });
  });

  it('leaves the end open, or refuses, while the next year is not loaded', () => {
    expect(statutorySchoolYear(DEMONSTRATION_CALENDAR, d('2027-07-01')).lastOn).toBeNull();
    expect(() => statutorySchoolYear(DEMONSTRATION_CALENDAR, d('2027-08-01'))).toThrow(CountRefused);
    expect(() => statutorySchoolYear(DEMONSTRATION_CALENDAR, d('2024-07-01'))).toThrow(CountRefused);
  });

  it('labels are two years in a row, over the century too', () => {
    expect(agreementYear('2099/00').lastOn).toBe('2100-08-31');
    expect(nextAcademicYear('2025/26')).toBe('2026/27');
    for (const label of ['2025/27', '2025-26', '25/26', '']) expect(() => agreementYear(label)).toThrow(RangeError);
  });
});

describe('R10: terms for the 5-day and 15-day triggers', () => {
  const sixTerm = calendarYear('2024/25', [
    ['2024-09-02', '2024-10-18'], ['2024-10-28', '2024-12-20'], ['2025-01-06', '2025-02-14'],
    ['2025-02-24', '2025-04-04'], ['2025-04-14', '2025-05-23'], ['2025-06-02', '2025-07-22'],
  ], [], { sixTerm: true });

  it('six-term school: 14 to 17 April 2025 lie before Easter Monday, still the spring period though the school calls it term 5', () => {
    for (const date of ['2025-04-14', '2025-04-17', '2025-04-21']) expect(triggerTermOf(sixTerm, d(date))?.name).toBe('Spring');
    expect(triggerTermOf(sixTerm, d('2025-04-22'))).toEqual({ name: 'Summer', firstOn: '2025-04-22', lastOn: '2025-07-31' });
    expect(ownTerms(sixTerm).find((term) => term.firstOn <= '2025-04-14' && '2025-04-14' <= term.lastOn)?.name).toBe('Term 5');
    expect(triggerTerms(sixTerm).map((term) => [term.firstOn, term.lastOn])).toEqual([
      ['2024-08-01', '2024-12-31'], ['2025-01-01', '2025-04-21'], ['2025-04-22', '2025-07-31'],
    ]);
  });

  it('three-term school: its own terms count, both halves with the half-term between', () => {
    expect(triggerTerms(CAL_25)).toEqual([
      { name: 'Autumn', firstOn: '2025-09-01', lastOn: '2025-12-19' },
      { name: 'Spring', firstOn: '2026-01-05', lastOn: '2026-03-27' },
      { name: 'Summer', firstOn: '2026-04-13', lastOn: '2026-07-20' },
    ]);
    expect(triggerTermOf(CAL_25, d('2025-10-28'))?.name).toBe('Autumn');
    expect(triggerTermOf(CAL_25, d('2026-04-01'))).toBeNull();
    expect(triggerTermOf(CAL_24, d('2025-04-22'))?.name).toBe('Summer');
  });
});

describe('Easter', () => {
  it('agrees with every Good Friday and Easter Monday of the official list, 2012 to 2028', () => {
    for (let year = 2012; year <= 2028; year += 1) expect(BANK_HOLIDAYS.titles?.[easterMonday(year)], String(year)).toBe('Easter Monday');
  });

  it.each([[1961, '1961-04-02'], [2000, '2000-04-23'], [2008, '2008-03-23'], [2038, '2038-04-25']])('%i', (year, date) => {
    expect(easterSunday(year)).toBe(date);
  });
});
