import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CalendarDate, eachDate } from '@/lib/core/calendar-date';
import { daysOverPlaces, daysWithoutRoom, earliestStart, freeTenthsOn, leastFreeTenths, occupancyOf, type SiteFacts } from '@/lib/placements/rules/capacity';
import { occupancyWeeks } from '@/lib/placements/rules/occupancy-weeks';
import { daysAboveOnePlace } from '@/lib/placements/rules/pupil-share';
import { PLACE_KINDS, type HeldPlacement } from '@/lib/placements/types';
import { CAL_25_DAYS, placed } from '@/tests/support/agreement-examples';
import { d } from '@/tests/support/calendars';
import { cases } from '@/tests/support/cases';
import { placementSet } from '@/tests/support/generators/placements';
import { placeWanted, siteFacts } from '@/tests/support/generators/sites';
import { naiveFree, naiveTaking } from '@/tests/support/naive-counting';

const runs = { numRuns: cases() };
const always = { firstOn: d('2016-09-01'), lastOn: null };

function rowan(changes: Partial<SiteFacts> = {}): SiteFacts {
  return {
    siteId: 'rowan', schoolDays: CAL_25_DAYS, overNumber: [], placements: [],
    places: [{ ...always, kind: 'day6', places: 2 }, { ...always, kind: 'preventative', places: 1 }], ...changes,
  };
}
const full = [placed('PL-1', '2025-09-03', '2026-03-20'), placed('PL-2', '2025-09-03', '2026-07-17')];
const wanted = (firstOn: string, lastOn: string, shareTenths = 10) => ({ kind: 'day6' as const, shareTenths, firstOn: d(firstOn), lastOn: d(lastOn) });

describe('capacity of a site', () => {
  it('part-time shares fill one place together: 0.5 and 0.6 do not fit into 1.0', () => {
    const half = occupancyOf(rowan({ placements: [full[1], placed('PL-3', '2026-03-02', '2026-07-17', { shareTenths: 5 })].filter((row) => row !== undefined) }));
    expect(freeTenthsOn(half, 'day6', d('2026-03-02'))).toBe(5);
    expect(daysWithoutRoom(half, wanted('2026-03-02', '2026-03-06', 5))).toEqual([]);
    expect(daysWithoutRoom(half, wanted('2026-03-02', '2026-03-06', 6))).toHaveLength(5);
  });

  it('names the days that are full and who is in the way', () => {
    const days = daysWithoutRoom(occupancyOf(rowan({ placements: full })), wanted('2026-03-19', '2026-07-17'));
    expect(days).toEqual([
      { on: '2026-03-19', kind: 'day6', shortTenths: 10, references: ['PL-1', 'PL-2'] },
      { on: '2026-03-20', kind: 'day6', shortTenths: 10, references: ['PL-1', 'PL-2'] },
    ]);
  });

  it('finds the earliest start from which every day is free to the end', () => {
    const occupancy = occupancyOf(rowan({ placements: full }));
    expect(earliestStart(occupancy, wanted('2026-03-09', '2026-07-17'))).toBe('2026-03-23');
    expect(earliestStart(occupancy, wanted('2026-04-01', '2026-07-17'))).toBe('2026-04-13');
    expect(earliestStart(occupancy, wanted('2026-03-09', '2026-03-20'))).toBeNull();
    expect(earliestStart(occupancy, wanted('2026-04-01', '2026-04-10'))).toBeNull();
    const later = occupancyOf(rowan({ placements: [...full, placed('PL-3', '2026-06-01', '2026-06-01')] }));
    expect(earliestStart(later, wanted('2026-03-09', '2026-07-17'))).toBe('2026-06-02');
  });

  it('a closed day is no school day of the site and ends no placement', () => {
    const open = rowan({ placements: full });
    const closed = rowan({ placements: full, schoolDays: CAL_25_DAYS.filter((day) => day !== '2026-03-20') });
    expect(freeTenthsOn(occupancyOf(closed), 'day6', d('2026-03-20'))).toBeNull();
    expect(daysWithoutRoom(occupancyOf(closed), wanted('2026-03-19', '2026-07-17')).map((day) => day.on)).toEqual(['2026-03-19']);
    expect(occupancyOf(closed).total.takenTenths.at(-1)).toBe(occupancyOf(open).total.takenTenths.at(-1));
  });

  it('over-number counts on its own days, for its own kind', () => {
    const occupancy = occupancyOf(rowan({ placements: full, overNumber: [{ kind: 'day6', firstOn: d('2026-03-09'), lastOn: d('2026-03-19'), places: 1 }] }));
    expect(daysWithoutRoom(occupancy, wanted('2026-03-09', '2026-03-20')).map((day) => day.on)).toEqual(['2026-03-20']);
  });

  it('a cut below what is taken lists days and placements; places by another kind do not help', () => {
    const places = [...rowan().places.slice(1), { kind: 'day6' as const, firstOn: d('2016-09-01'), lastOn: d('2026-03-18'), places: 2 }, { kind: 'day6' as const, firstOn: d('2026-03-19'), lastOn: null, places: 1 }];
    expect(daysOverPlaces(occupancyOf(rowan({ placements: full, places })))).toEqual([
      { on: '2026-03-19', kind: 'day6', shortTenths: 10, references: ['PL-1', 'PL-2'] },
      { on: '2026-03-20', kind: 'day6', shortTenths: 10, references: ['PL-1', 'PL-2'] },
    ]);
    expect(daysOverPlaces(occupancyOf(rowan({ placements: full })))).toEqual([]);
  });

  it('a site that is over in one kind is not filled further in another', () => {
    const occupancy = occupancyOf(rowan({ placements: [...full, placed('PL-3', '2026-03-02', '2026-03-06')] }));
    expect(freeTenthsOn(occupancy, 'preventative', d('2026-03-02'))).toBe(0);
    expect(freeTenthsOn(occupancy, 'day6', d('2026-03-02'))).toBe(-10);
    expect(leastFreeTenths(occupancy, 'preventative', d('2026-03-02'), d('2026-03-13'))).toBe(0);
    expect(leastFreeTenths(occupancy, 'preventative', d('2026-04-04'), d('2026-04-05'))).toBeNull();
  });

  it('sums up the weeks of a strip', () => {
    const occupancy = occupancyOf(rowan({ placements: [...full, placed('PL-3', '2026-03-02', '2026-03-06')] }));
    expect(occupancyWeeks(occupancy, wanted('2026-03-04', '2026-04-14')).map((week) => [week.mondayOn, week.schoolDays, week.leastFreeTenths, week.daysWithoutRoom, week.state])).toEqual([
      ['2026-03-02', 3, -10, 3, 'over'], ['2026-03-09', 5, 0, 5, 'full'], ['2026-03-16', 5, 0, 5, 'full'], ['2026-03-23', 5, 10, 0, 'free'],
      ['2026-03-30', 0, null, 0, 'closed'], ['2026-04-06', 0, null, 0, 'closed'], ['2026-04-13', 2, 10, 0, 'free'],
    ]);
    const part = occupancyOf(rowan({ placements: [full[1], placed('PL-4', '2026-03-02', '2026-03-03')].filter((row) => row !== undefined) }));
    expect(occupancyWeeks(part, wanted('2026-03-02', '2026-03-06'))[0]).toMatchObject({ daysWithoutRoom: 2, state: 'part' });
  });
});

describe('capacity, properties', () => {
  it('occupancy is what counting each day gives; days in the way, least free and earliest start follow from it', () => {
    fc.assert(fc.property(siteFacts, placeWanted, (site, place) => {
      const occupancy = occupancyOf(site);
      const period = site.schoolDays.filter((day) => place.firstOn <= day && day <= place.lastOn);
      const free = (day: CalendarDate) => naiveFree(site, place.kind, day);
      expect(period.map((day) => freeTenthsOn(occupancy, place.kind, day))).toEqual(period.map(free));
      expect(occupancy.total.takenTenths).toEqual(site.schoolDays.map((day) => naiveTaking(site, day).reduce((sum, row) => sum + row.shareTenths, 0)));
      const short = daysWithoutRoom(occupancy, place);
      expect(short.map((day) => day.on)).toEqual(period.filter((day) => free(day) < place.shareTenths));
      expect(leastFreeTenths(occupancy, place.kind, place.firstOn, place.lastOn)).toBe(period.length === 0 ? null : Math.min(...period.map(free)));
      const start = period.find((day) => period.every((later) => later < day || free(later) >= place.shareTenths)) ?? null;
      expect(earliestStart(occupancy, place)).toBe(start);
      const firstShort = short[0];
      if (firstShort) expect(firstShort.references.every((reference) => naiveTaking(site, firstShort.on).some((row) => row.reference === reference))).toBe(true);
    }), runs);
  });

  it('days over places are those on which a kind is taken above its number', () => {
    fc.assert(fc.property(siteFacts, (site) => {
      const over = new Set(daysOverPlaces(occupancyOf(site)).map((day) => day.on));
      expect([...over]).toEqual(site.schoolDays.filter((day) => PLACE_KINDS.some((kind) => naiveFree(site, kind, day) < 0)));
    }), runs);
  });
});

describe('one pupil, one place', () => {
  const part = (reference: string, firstOn: string, lastOn: string, shareTenths: number, changes: Partial<HeldPlacement> = {}) => placed(reference, firstOn, lastOn, { pupilId: 'one', shareTenths, ...changes });

  it('0.5 and 0.6 overlap from the leap day to 31 March', () => {
    const rows = [part('PL-2', '2028-01-10', '2028-03-31', 5), part('PL-1', '2028-02-29', '2028-06-30', 6), part('PL-3', '2028-01-10', '2028-06-30', 10, { state: 'cancelled' })];
    expect(daysAboveOnePlace(rows)).toEqual([{ firstOn: '2028-02-29', lastOn: '2028-03-31', tenths: 11, references: ['PL-1', 'PL-2'] }]);
    expect(daysAboveOnePlace([part('PL-2', '2028-01-10', '2028-03-31', 4), part('PL-1', '2028-02-29', '2028-06-30', 6)])).toEqual([]);
  });

  it('is what summing each day gives', () => {
    fc.assert(fc.property(placementSet, (set) => {
      const own = set.map((row) => ({ ...row, pupilId: 'one' }));
      const spans = daysAboveOnePlace(own);
      const days = spans.flatMap((span) => eachDate(span.firstOn, span.lastOn).map((day) => [day, span.tenths]));
      const naive = eachDate(d('2027-12-27'), d('2028-05-05')).map((day): [CalendarDate, number] => [day, own.filter((row) => row.state !== 'cancelled' && row.firstOn <= day && day <= row.lastOn).reduce((sum, row) => sum + row.shareTenths, 0)]);
      expect(days).toEqual(naive.filter(([, tenths]) => tenths > 10));
    }), runs);
  });
});
