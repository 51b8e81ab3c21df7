/** Pendle, counted each school day, went over its quota before Christmas and again in February, and came back to it each time. */
import { calendarDate } from '@/lib/core/calendar-date';
import { member, placeAfterExclusion } from './placed';
import type { Workbench } from './workbench';

interface Wave {
  /** School days between which the stays begin, one after the other. */
  readonly begins: readonly [string, string];
  /** School days between which they end. */
  readonly ends: readonly [string, string];
  readonly pupils: number;
}

/** Never more than are free at the site meanwhile. */
const WAVES: readonly Wave[] = [
  { begins: ['2025-10-14', '2025-11-14'], ends: ['2025-12-05', '2025-12-19'], pupils: 22 },
  { begins: ['2026-01-26', '2026-02-04'], ends: ['2026-02-24', '2026-02-27'], pupils: 9 },
];
const SITE = 'coal-clough';
/** School days from the exclusion to the start. */
const LEAD = 5;

export function placeOverQuotaHistory(bench: Workbench): void {
  const days = bench.schoolDays('lancashire');
  for (const { begins, ends, pupils } of WAVES) {
    const [starts, leaves] = [begins, ends].map(([from, to]) => days.schoolDaysBetween(calendarDate(from), calendarDate(to)));
    for (let count = 0; count < pupils; count += 1) {
      const [firstOn, lastOn] = [starts, leaves].map((list) => list?.[Math.floor((count * (list.length - 1)) / (pupils - 1))]);
      const before = firstOn === undefined ? [] : days.schoolDaysBetween(calendarDate('2025-09-03'), firstOn);
      const excludedOn = before.at(-1 - LEAD);
      if (!firstOn || !lastOn || !excludedOn) throw new RangeError('No school day for the stay');
      const school = member(bench, { authority: 'lancashire', partnership: 'pendle' }, excludedOn);
      const pupil = bench.pupils.make({ authority: 'lancashire', schoolYearStart: 2025, yearGroup: bench.random.whole(8, 10), school });
      placeAfterExclusion(bench, 'lancashire', SITE, 'day6', pupil, school, { excludedOn, firstOn, lastOn }, school.urn, null);
    }
  }
}
