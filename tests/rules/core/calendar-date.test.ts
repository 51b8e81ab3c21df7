import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays, ageOn, calendarDate, type CalendarDate, daysBetween, eachDate, fromEpochDay, isCalendarDate, isoWeekday, isWeekend,
  londonDateOf, londonInstant, londonTimeOf, maxDate, minDate, mondayOf, toEpochDay,
} from '@/lib/core/calendar-date';
import { cases } from '../../support/cases';

const d = calendarDate;
const dates = fc.integer({ min: -25_567, max: 84_005 }).map(fromEpochDay);
/** Keeps clear of the ends so that a move of 1,000 days stays inside. */
const middleDates = fc.integer({ min: -20_000, max: 80_000 }).map(fromEpochDay);

describe('calendar dates', () => {
  it.each(['2025-02-29', '2025-02-30', '2025-04-31', '2025-13-01', '2025-00-10', '2025-1-1', '1899-12-31', '2200-01-01', '', '2025-01-01T00:00'])(
    'refuses %j', (text) => {
      expect(isCalendarDate(text)).toBe(false);
      expect(() => calendarDate(text)).toThrow(RangeError);
    });

  it.each(['2024-02-29', '2000-02-29', '1900-01-01', '2199-12-31'])('takes %s', (text) => {
    expect(calendarDate(text)).toBe(text);
  });

  it('knows that 1900 and 2100 are no leap years', () => {
    expect(isCalendarDate('1900-02-29')).toBe(false);
    expect(isCalendarDate('2100-02-29')).toBe(false);
  });

  it('refuses to leave the years it keeps', () => {
    expect(() => addDays(d('2199-12-31'), 1)).toThrow(RangeError);
    expect(() => addDays(d('1900-01-01'), -1)).toThrow(RangeError);
    expect(() => fromEpochDay(0.5)).toThrow(RangeError);
  });

  it('goes to epoch days and back, in order', () => {
    fc.assert(fc.property(dates, (date) => fromEpochDay(toEpochDay(date)) === date && isCalendarDate(date)), { numRuns: cases() });
    fc.assert(fc.property(dates, dates, (a, b) => (a < b) === (toEpochDay(a) < toEpochDay(b))), { numRuns: cases() });
  });

  it('adds days that daysBetween takes away, and moves the weekday with them', () => {
    fc.assert(fc.property(middleDates, fc.integer({ min: -1000, max: 1000 }), (date, days) => {
      const moved = addDays(date, days);
      return daysBetween(date, moved) === days && (((isoWeekday(date) + days) % 7) + 7) % 7 === isoWeekday(moved) % 7;
    }), { numRuns: cases() });
  });

  it('names weekdays from Monday 1 to Sunday 7', () => {
    expect(eachDate(d('2026-03-02'), d('2026-03-08')).map(isoWeekday)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(isoWeekday(d('1969-12-29'))).toBe(1);
    expect([isWeekend(d('2026-03-06')), isWeekend(d('2026-03-07')), isWeekend(d('2026-03-08'))]).toEqual([false, true, true]);
    expect([mondayOf(d('2026-03-02')), mondayOf(d('2026-03-08'))]).toEqual(['2026-03-02', '2026-03-02']);
  });

  it('lists both ends, and nothing backwards', () => {
    expect(eachDate(d('2024-02-28'), d('2024-03-01'))).toEqual(['2024-02-28', '2024-02-29', '2024-03-01']);
    expect(eachDate(d('2024-03-01'), d('2024-02-28'))).toEqual([]);
  });

  it('picks the earlier and the later', () => {
    expect([minDate(d('2025-01-02'), d('2025-01-01')), maxDate(d('2025-01-02'), d('2025-01-01'))]).toEqual(['2025-01-01', '2025-01-02']);
  });

  it('takes the birthday of 29 February as 1 March in common years', () => {
    expect([ageOn(d('2012-02-29'), d('2025-02-28')), ageOn(d('2012-02-29'), d('2025-03-01'))]).toEqual([12, 13]);
    expect([ageOn(d('2012-02-29'), d('2024-02-28')), ageOn(d('2012-02-29'), d('2024-02-29'))]).toEqual([11, 12]);
    expect([ageOn(d('2012-08-31'), d('2025-08-30')), ageOn(d('2012-08-31'), d('2025-08-31'))]).toEqual([12, 13]);
  });
});

describe('London wall-clock time', () => {
  it('is a day ahead of UTC late on a summer evening', () => {
    expect(londonDateOf(new Date('2025-09-29T23:30:00Z'))).toBe('2025-09-30');
    expect(londonTimeOf(new Date('2025-09-29T23:30:00Z'))).toBe('00:30');
    expect(londonDateOf(new Date('2025-12-29T23:30:00Z'))).toBe('2025-12-29');
  });

  it('moves forward in the hour skipped on 29 March 2026 and takes the earlier of the hour repeated on 25 October 2026', () => {
    expect(londonInstant(d('2026-03-29'), '01:30').toISOString()).toBe('2026-03-29T01:30:00.000Z');
    expect(londonTimeOf(londonInstant(d('2026-03-29'), '01:30'))).toBe('02:30');
    expect(londonInstant(d('2026-10-25'), '01:30').toISOString()).toBe('2026-10-25T00:30:00.000Z');
  });

  it('goes from wall clock to instant and back outside the skipped hour', () => {
    const times = fc.integer({ min: 0, max: 1439 }).map((m) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`);
    const recent = fc.integer({ min: 15_000, max: 22_000 }).map((day): CalendarDate => fromEpochDay(day));
    fc.assert(fc.property(recent, times, (date, time) => {
      fc.pre(!(date.slice(5, 7) === '03' && isoWeekday(date) === 7 && time.startsWith('01')));
      const instant = londonInstant(date, time);
      return londonDateOf(instant) === date && londonTimeOf(instant) === time;
    }), { numRuns: cases(2_000) });
  });
});
