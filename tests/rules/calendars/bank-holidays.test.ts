import { describe, expect, it } from 'vitest';
import { BankHolidayFileError, mergeBankHolidays, parseBankHolidays } from '@/lib/calendars/rules/bank-holidays';
import { BANK_HOLIDAYS } from '../../support/calendars';

function list(...events: readonly (readonly [string, string])[]): unknown {
  return { 'england-and-wales': { division: 'england-and-wales', events: events.map(([date, title]) => ({ date, title, notes: '', bunting: true })) } };
}

describe('R66: the shipped list, England and Wales', () => {
  it.each([
    ['2025', '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26'],
    ['2026', '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
    ['2027', '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28'],
    ['2028', '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26'],
  ])('%s', (year, expected) => {
    expect(BANK_HOLIDAYS.dates.filter((date) => date.startsWith(year)).map((date) => date.slice(5)).join(' ')).toBe(expected);
  });

  it('is known from 2012 to 2028, with one-off holidays and names', () => {
    expect([BANK_HOLIDAYS.knownFrom, BANK_HOLIDAYS.knownTo, BANK_HOLIDAYS.dates.length]).toEqual(['2012-01-01', '2028-12-31', 140]);
    for (const date of ['2012-06-05', '2020-05-08', '2022-06-02', '2022-09-19', '2023-05-08']) expect(BANK_HOLIDAYS.dates).toContain(date);
    expect(BANK_HOLIDAYS.dates).not.toContain('2020-05-04');
    expect(BANK_HOLIDAYS.titles?.['2026-04-03']).toBe('Good Friday');
  });
});

describe('reading a bank-holiday file', () => {
  it.each([
    [null, 'no list'], [{ 'england-and-wales': {} }, 'no list'], [{ scotland: { events: [] } }, 'no list'],
    [{ 'england-and-wales': { events: [{ title: 'X', date: '2026-02-30' }] } }, 'Event 1'],
    [{ 'england-and-wales': { events: [{ date: '2026-01-01' }] } }, 'Event 1'],
    [list(['2026-01-01', 'A'], ['2026-01-01', 'B']), '2026-01-01 stands twice'],
    [list(['2026-01-01', 'A'], ['2028-01-01', 'B']), '2027'], [list(), 'no bank holiday'],
  ])('refuses %j', (file, words) => {
    expect(() => parseBankHolidays(file)).toThrow(BankHolidayFileError);
    expect(() => parseBankHolidays(file)).toThrow(words);
  });

  it('merges a newer list over the years it covers and keeps the older ones', () => {
    const held = parseBankHolidays(list(['2026-05-04', 'Early May'], ['2027-01-01', 'New Year']));
    const newer = parseBankHolidays(list(['2027-01-02', 'Moved'], ['2028-01-03', 'New Year']));
    const merged = mergeBankHolidays(held, newer);
    expect(merged.dates).toEqual(['2026-05-04', '2027-01-02', '2028-01-03']);
    expect([merged.knownFrom, merged.knownTo, merged.titles?.['2026-05-04']]).toEqual(['2026-01-01', '2028-12-31', 'Early May']);
  });
});
