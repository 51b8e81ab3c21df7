import { describe, expect, it } from 'vitest';
import { calendarDate, isWeekend } from '@/lib/core/calendar-date';
import type { Facts } from '@/prisma/seed/demonstration/facts';
import type { ExclusionFact } from '@/prisma/seed/demonstration/pupil-facts';
import { cell, dataRows } from '@/prisma/seed/demonstration/read-data';
import { daysOf, facts, membersOn } from './fact-sums';

type Rows = readonly ExclusionFact[];

function sectorOn(source: Facts, urn: string | null, on: string): string | undefined {
  return source.establishmentTypes.find((each) => each.urn === urn && (each.firstOn ?? '') <= on && on <= (each.lastOn ?? '9999'))?.sector;
}

/** The printed district table from the lowest records. */
function districts(rows: Rows): Record<string, [number, number]> {
  const counted = rows.filter((each) => each.authority === 'lancashire' && each.excludedOn >= '2017-09-01' && each.excludedOn <= '2018-08-31');
  return Object.fromEntries(facts.partnerships.filter((each) => each.authority === 'lancashire').map((district) => {
    const own = counted.filter((each) => each.urn !== null && membersOn(district.slug, each.excludedOn).has(each.urn));
    const academies = own.filter((each) => sectorOn(facts, each.urn, each.excludedOn) === 'academy').length;
    return [district.name, [own.length - academies, academies]];
  }));
}

function printedDistricts(): Record<string, [number, number]> {
  return Object.fromEntries(dataRows('published/lancashire-permanent-exclusions-2017-18.csv').filter((row) => !cell(row, 'district').includes('TOTAL'))
    .map((row) => [cell(row, 'district'), [Number(cell(row, 'permanent_exclusions_schools')), Number(cell(row, 'permanent_exclusions_academies'))]]));
}

describe('history from the lowest records', () => {
  it('gives the printed Lancashire table of 2017/18: 266 and 48, 314 in all', () => {
    const counts = districts(facts.exclusions);
    expect(counts).toEqual(printedDistricts());
    const sums = Object.values(counts).reduce(([a, b], [c, d]) => [a + c, b + d], [0, 0]);
    expect(sums).toEqual([266, 48]);
  });

  it('shows the difference when one record is gone', () => {
    const gone = facts.exclusions.find((each) => each.authority === 'lancashire' && each.series === 'printed history');
    expect(districts(facts.exclusions.filter((each) => each !== gone))).not.toEqual(printedDistricts());
  });

  it('gives the printed parts of Rotherham 2010/11 to 2014/15', () => {
    const rows = facts.exclusions.filter((each) => each.authority === 'rotherham' && each.series === 'printed history');
    for (const row of dataRows('published/rotherham-permanent-exclusions.csv')) {
      const start = Number(cell(row, 'academic_year').slice(0, 4));
      const year = rows.filter((each) => each.excludedOn >= `${start}-09-01` && each.excludedOn <= `${start + 1}-08-31`);
      expect([year.filter((each) => each.phase === 'primary').length, year.filter((each) => each.phase === 'secondary').length])
        .toEqual([Number(cell(row, 'primary')), Number(cell(row, 'secondary'))]);
    }
    expect(rows.length).toBe(148);
  });

  it('has dates on weekdays and no clocks before September 2024', () => {
    const before = facts.exclusions.filter((each) => each.excludedOn < '2024-09-01');
    expect(before.length).toBe(314 + 148);
    for (const each of before) expect([isWeekend(each.excludedOn), each.excludedAt]).toEqual([false, null]);
    for (const each of facts.exclusions.filter((row) => row.excludedOn >= '2024-09-01')) expect(each.excludedAt).toMatch(/^\d\d:\d\d$/);
  });

  it.each(['rotherham', 'lancashire'] as const)('%s has exclusions to compare at school day 107 of both years, upheld and not', (authority) => {
    const days = daysOf(authority);
    const sameDay = days.schoolDayByNumber('2024/25', 107);
    const upTo = (first: string, last: string | null): ExclusionFact[] =>
      facts.exclusions.filter((each) => each.authority === authority && each.excludedOn >= first && each.excludedOn <= (last ?? ''));
    const [lastYear, thisYear] = [upTo('2024-09-01', sameDay), upTo('2025-09-01', facts.today)];
    expect(lastYear.length).toBeGreaterThan(10);
    expect(thisYear.length).toBeGreaterThan(10);
    const states = new Set(upTo('2024-09-01', '2025-08-31').flatMap((each) => each.states.map((row) => row.state)));
    for (const state of ['recorded', 'upheld', 'reinstated', 'cancelled']) expect(states).toContain(state);
    for (const each of [...lastYear, ...thisYear]) {
      if (each.outsideSchool === null) expect(days.isSchoolDay(calendarDate(each.excludedOn)), each.reference).toBe(true);
    }
  });
});
