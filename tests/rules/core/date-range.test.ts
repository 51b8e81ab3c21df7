import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDate as d, eachDate, fromEpochDay } from '@/lib/core/calendar-date';
import { contains, type DateRange, follows, inForceOn, intersection, overlaps } from '@/lib/core/date-range';
import { cases } from '../../support/cases';

const ranges: fc.Arbitrary<DateRange> = fc
  .tuple(fc.integer({ min: 0, max: 40 }), fc.option(fc.integer({ min: 0, max: 20 })))
  .map(([first, length]) => ({ firstOn: fromEpochDay(first), lastOn: length === null ? null : fromEpochDay(first + length) }));
const window = eachDate(fromEpochDay(0), fromEpochDay(80));

describe('date ranges', () => {
  it('includes both ends, and has no end when lastOn is null', () => {
    const week = { firstOn: d('2026-03-02'), lastOn: d('2026-03-06') };
    expect(['2026-03-01', '2026-03-02', '2026-03-06', '2026-03-07'].map((date) => contains(week, d(date)))).toEqual([false, true, true, false]);
    expect(contains({ firstOn: d('2026-03-02'), lastOn: null }, d('2199-12-31'))).toBe(true);
  });

  it('shares exactly the days that lie in both', () => {
    fc.assert(fc.property(ranges, ranges, (a, b) => {
      const shared = window.filter((date) => contains(a, date) && contains(b, date));
      const both = intersection(a, b);
      expect(overlaps(a, b)).toBe(shared.length > 0);
      expect(both === null ? [] : window.filter((date) => contains(both, date))).toEqual(shared);
    }), { numRuns: cases(5_000) });
  });

  it('follows when the next begins the day after', () => {
    const first = { firstOn: d('2025-09-01'), lastOn: d('2026-02-28') };
    expect(follows(first, { firstOn: d('2026-03-01'), lastOn: null })).toBe(true);
    expect(follows(first, { firstOn: d('2026-02-28'), lastOn: null })).toBe(false);
    expect(follows({ ...first, lastOn: null }, { firstOn: d('2026-03-01'), lastOn: null })).toBe(false);
  });

  it('keeps the rows in force in their order', () => {
    const rows = [
      { firstOn: d('2026-01-01'), lastOn: null, places: 3 },
      { firstOn: d('2025-01-01'), lastOn: d('2025-12-31'), places: 2 },
      { firstOn: d('2025-06-01'), lastOn: d('2026-06-01'), places: 1 },
    ];
    expect(inForceOn(rows, d('2026-01-01')).map((row) => row.places)).toEqual([3, 1]);
  });
});
