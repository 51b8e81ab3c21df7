import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CalendarDate, calendarDate } from '@/lib/core/calendar-date';
import { printedRatio } from '@/lib/publishing/rules/disclosure/printed-numbers';
import type { SpendFacts, SpendPlaces, SpendStay } from '@/lib/spend/rules/facts';
import { occupancyPerMille } from '@/lib/spend/rules/occupancy';
import { volumesOf } from '@/lib/spend/rules/volumes';

describe('occupancy', () => {
  it('is what a published report prints from the same average and places', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 5_000 }), fc.integer({ min: 1, max: 300 }), (tenths, places) => {
      expect(occupancyPerMille(tenths, places)).toBe(printedRatio(tenths, places * 10, { numerator: 'a', denominator: 'b', per: 100, decimals: 1 }));
    }), { numRuns: 5_000 });
  });

  it('is none without places or an average', () => {
    expect([occupancyPerMille(null, 3), occupancyPerMille(30, null), occupancyPerMille(30, 0)]).toEqual([null, null, null]);
  });

  it('of all providers is of their averages as printed, which add up to the total', () => {
    const [one, other] = [[place('rowan', 10), stay('rowan', 3, DAYS[0]), stay('rowan', 10, DAYS[2])], [place('aspire', 10), stay('aspire', 3, DAYS[0])]];
    const { rows, total } = volumesOf(factsOf([...one, ...other]), { asAt: DAYS[2], schoolDays: DAYS }, new Map());
    // 3 + 3 + 13 tenths and 3 + 3 + 3 tenths over three days: 6.33 and 3, so 9 in all.
    expect(rows.map((row) => [row.name, row.averageTenths, row.occupancyPerMille])).toEqual([['aspire', 3, 30], ['rowan', 6, 60]]);
    expect(total).toMatchObject({ commissioned: 20, averageTenths: 9, occupancyPerMille: 45 });
    const half = volumesOf(factsOf([place('rowan', 10), stay('rowan', 5, DAYS[1]), place('aspire', 10), stay('aspire', 5, DAYS[1])]), { asAt: DAYS[2], schoolDays: DAYS }, new Map());
    // 10 tenths over three days are 3.33 at each; both together would be 6.67.
    expect(half.rows.map((row) => row.averageTenths)).toEqual([3, 3]);
    expect(half.total).toMatchObject({ averageTenths: 6, occupancyPerMille: 30 });
  });

  it('of all providers is none where the places of one are not known', () => {
    const { total } = volumesOf(factsOf([place('rowan', 10), stay('rowan', 10, DAYS[0]), stay('aspire', 10, DAYS[0])]), { asAt: DAYS[2], schoolDays: DAYS }, new Map());
    expect(total).toMatchObject({ commissioned: 10, averageTenths: 20, occupancyPerMille: null });
  });
});

const DAYS = [calendarDate('2026-02-25'), calendarDate('2026-02-26'), calendarDate('2026-02-27')] as const;

function place(name: string, places: number): SpendPlaces {
  return { providerId: name, providerName: name, providerKind: 'pru', boughtBy: 'authority', source: 'The agreement', places, firstOn: calendarDate('2025-09-01'), lastOn: null };
}

/** From a day to the last one. */
function stay(name: string, tenths: number, firstOn: CalendarDate): SpendStay {
  return {
    id: `${name} ${firstOn}`, reference: `PL-${name}`, pupilId: `${name} ${firstOn}`, siteId: name, providerId: name, providerName: name, providerKind: 'pru', countingKind: 'dual_registered',
    schoolName: null, state: 'started', firstOn, lastOn: DAYS[2], plannedLastOn: DAYS[2], leftOn: null, tenths, yearGroup: 9,
  };
}

function factsOf(given: readonly (SpendPlaces | SpendStay)[]): SpendFacts {
  return {
    places: given.filter((one) => 'places' in one), stays: given.filter((one) => 'pupilId' in one), prices: [], budgets: [], entries: [], income: [], postedMonths: [],
    daysOf: () => ({ count: () => 0, lastSchoolDay: (on) => on }),
  };
}
