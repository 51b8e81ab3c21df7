/** Exclusions without a place of today: 2024/25, and the printed counts of earlier years, one row each. */
import { type CalendarDate, addDays, calendarDate, isWeekend } from '@/lib/core/calendar-date';
import type { AuthoritySlug, EstablishmentFact } from './facts';
import type { ExclusionFact } from './pupil-facts';
import { addExclusion, usualStates } from './record';
import { cell, dataRows } from './read-data';
import type { Workbench } from './workbench';

/** Four in five in the morning: day 1 is then the day itself (R8). */
export function exclusionTime(bench: Workbench): string {
  const hour = bench.random.chance(0.8) ? bench.random.whole(9, 11) : bench.random.whole(14, 15);
  return `${String(hour).padStart(2, '0')}:${String(bench.random.whole(0, 11) * 5).padStart(2, '0')}`;
}

/** A weekday outside the summer, Christmas and Easter weeks of an academic year before September 2024: no calendar, no clock. */
function weekdayOf(bench: Workbench, startYear: number): CalendarDate {
  for (;;) {
    const date = addDays(calendarDate(`${startYear}-09-07`), bench.random.whole(0, 312));
    const monthDay = date.slice(5);
    const holiday = (monthDay >= '12-19' || monthDay <= '01-05') || (monthDay >= '04-01' && monthDay <= '04-16')
      || (monthDay >= '10-22' && monthDay <= '10-31') || (monthDay >= '02-12' && monthDay <= '02-19') || (monthDay >= '05-25' && monthDay <= '05-31');
    if (!isWeekend(date) && !holiday) return date;
  }
}

function historic(bench: Workbench, authority: AuthoritySlug, school: EstablishmentFact, on: CalendarDate, startYear: number, primary: boolean): void {
  const yearGroup = primary ? bench.random.whole(1, 6) : bench.random.whole(7, 11);
  const pupil = bench.pupils.make({ authority, schoolYearStart: startYear, yearGroup, school, historyOnly: true });
  addExclusion(bench, {
    authority, pupil: pupil.reference, urn: school.urn, excludedOn: on, excludedAt: null, phase: primary ? 'primary' : 'secondary',
    states: [{ state: 'recorded', on, note: '' }, { state: 'upheld', on: addDays(on, 21), note: '' }], series: 'printed history',
  });
}

/** A date and an open school of the right kind on it; tries other dates until one fits. */
function drawn(bench: Workbench, startYear: number, candidates: (on: CalendarDate) => readonly EstablishmentFact[]): [CalendarDate, EstablishmentFact] {
  for (let tries = 0; tries < 500; tries += 1) {
    const on = weekdayOf(bench, startYear);
    const schools = candidates(on);
    if (schools.length > 0) return [on, bench.pickByRoll(schools)];
  }
  throw new RangeError(`No school of the kind was open in ${startYear}`);
}

/** Lancashire 2017/18: by district, and by maintained or academy on the date, as printed. */
export function lancashire1718(bench: Workbench, slugOf: (district: string) => string): void {
  for (const row of dataRows('published/lancashire-permanent-exclusions-2017-18.csv')) {
    const district = cell(row, 'district');
    if (district.includes('TOTAL')) continue;
    for (const sector of ['maintained', 'academy'] as const) {
      const printed = Number(cell(row, sector === 'maintained' ? 'permanent_exclusions_schools' : 'permanent_exclusions_academies'));
      for (let count = 0; count < printed; count += 1) {
        const [on, school] = drawn(bench, 2017, (date) => bench.membersOn('lancashire', slugOf(district), date)
          .filter((each) => bench.sectorOn(each.urn, date) === sector));
        historic(bench, 'lancashire', school, on, 2017, false);
      }
    }
  }
}

/** Rotherham 2010/11 to 2014/15: the printed primary and secondary parts (the printed total of 2011/12 is not their sum). */
export function rotherhamPrinted(bench: Workbench): void {
  for (const row of dataRows('published/rotherham-permanent-exclusions.csv')) {
    const startYear = Number(cell(row, 'academic_year').slice(0, 4));
    for (const phase of ['primary', 'secondary'] as const) {
      for (let count = 0; count < Number(cell(row, phase)); count += 1) {
        const [on, school] = drawn(bench, startYear, (date) => bench.establishments.filter((each) =>
          each.authority === 'rotherham' && bench.isOpen(each, date)
          && (phase === 'primary' ? each.phase === 'primary' : each.phase === 'secondary' || each.phase === 'all-through')));
        historic(bench, 'rotherham', school, on, startYear, phase === 'primary');
      }
    }
  }
}

/** Exclusions of 2024/25 whose pupils need no place today: returned, moved, or left after Year 11. */
export function lastYear(bench: Workbench, authority: AuthoritySlug, partnerships: readonly string[], total: number): void {
  const days = bench.schoolDays(authority).schoolDaysBetween(calendarDate('2024-09-09'), calendarDate('2025-07-11'));
  for (let count = 0; count < total; count += 1) {
    const on = bench.random.pick(days);
    const school = bench.pickByRoll(bench.membersOn(authority, bench.random.pick(partnerships), on));
    const pupil = bench.pupils.make({ authority, schoolYearStart: 2024, yearGroup: bench.random.pick([8, 9, 10, 11, 11, 11]), school });
    const outcome = bench.random.pickWeighted([['upheld', 84], ['reinstated', 8], ['cancelled', 8]] as const);
    addExclusion(bench, {
      authority, pupil: pupil.reference, urn: school.urn, excludedOn: on, excludedAt: exclusionTime(bench), phase: 'secondary',
      states: outcome === 'upheld' ? usualStates(bench, authority, on) : ended(bench, authority, on, outcome),
    });
  }
}

function ended(bench: Workbench, authority: AuthoritySlug, on: CalendarDate, state: 'reinstated' | 'cancelled'): ExclusionFact['states'] {
  const when = bench.schoolDays(authority).nthSchoolDayAfter(on, state === 'cancelled' ? 3 : 12);
  const note = state === 'cancelled' ? 'Cancelled by the head before the board met (R30)' : 'Reinstated by the governing board';
  return [{ state: 'recorded', on, note: '' }, { state, on: when, note }];
}
