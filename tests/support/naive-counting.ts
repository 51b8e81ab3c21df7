/*
 * The counting rules written a second time, as slowly and plainly as they are worded: one day, one placement at
 * a time, and no figure carried from one day to the next. The property tests compare the product with it.
 */
import type { AgreementTerms } from '@/lib/agreements/types';
import { addDays, type CalendarDate, eachDate } from '@/lib/core/calendar-date';
import type { CountedPlacement, HeldPlacement, PlaceKind } from '@/lib/placements/types';
import type { SiteFacts } from '@/lib/placements/rules/capacity';

interface Spanned { readonly firstOn: CalendarDate; readonly lastOn: CalendarDate | null }
const covers = (row: Spanned, day: CalendarDate) => row.firstOn <= day && (row.lastOn === null || day <= row.lastOn);

/** Stays as sets of placements: joined pair by pair until nothing more can be joined. */
export function naiveStays(terms: AgreementTerms, placements: readonly CountedPlacement[]): CountedPlacement[][] {
  const touch = (a: CountedPlacement, b: CountedPlacement) => {
    if (a.pupilId !== b.pupilId || a.countingKind !== b.countingKind || a.attributedSchoolId !== b.attributedSchoolId) return false;
    const [earlier, later] = a.lastOn < b.firstOn ? [a, b] : [b, a];
    if (earlier.lastOn >= later.firstOn) return true;
    return !eachDate(addDays(earlier.lastOn, 1), addDays(later.firstOn, -1)).some((day) => terms.schoolDays.includes(day));
  };
  const stays = placements.map((placement) => [placement]);
  for (let joined = true; joined;) {
    joined = false;
    for (let a = 0; a < stays.length && !joined; a += 1) {
      for (let b = a + 1; b < stays.length && !joined; b += 1) {
        if (!stays[a]?.some((one) => stays[b]?.some((other) => touch(one, other)))) continue;
        stays[a]?.push(...(stays[b] ?? []));
        stays.splice(b, 1);
        joined = true;
      }
    }
  }
  return stays;
}

/** Use on each school day, tenths of a place. */
export function naiveUse(terms: AgreementTerms, placements: readonly CountedPlacement[]): number[] {
  const standing = placements.filter((placement) => placement.state !== 'cancelled');
  const stays = naiveStays(terms, standing);
  return terms.schoolDays.map((day) => {
    const perPupil = new Map<string, number[]>();
    for (const stay of stays) {
      const starts = stay.map((placement) => placement.firstOn).sort()[0] ?? '';
      const ends = stay.map((placement) => placement.lastOn).sort().at(-1) ?? '';
      if (terms.counting.start === 'day_after_counts' && day === starts) continue;
      if (terms.counting.end === 'last_day_free' && day === ends) continue;
      for (const placement of stay.filter((one) => covers(one, day))) {
        const school = terms.schools.find((one) => one.schoolId === placement.attributedSchoolId);
        if (!school?.membership.some((row) => covers(row, day)) || !school.binding.some((row) => covers(row, day))) continue;
        if (placement.phase === 'primary' || placement.siteCountsToQuota === false) continue;
        const share = terms.counting.partTime === 'heads' ? 10 : placement.shareTenths;
        const exact = (terms.counting.weightTenths[placement.countingKind] * share) / 10;
        perPupil.set(placement.pupilId, [...(perPupil.get(placement.pupilId) ?? []), Math.round(exact)]);
      }
    }
    let use = 0;
    for (const parts of perPupil.values()) {
      use += Math.min(10, terms.counting.partTime === 'heads' ? Math.max(...parts) : parts.reduce((a, b) => a + b, 0));
    }
    return use;
  });
}

/** Q to the end of the school day at a position, tenths of a place-day, from the wording of each measure. */
export function naiveOverQuota(terms: AgreementTerms, use: readonly number[], quota: readonly number[], upTo: number): number {
  const { measure, schoolDays } = terms;
  const excess = (index: number) => Math.max(0, (use[index] ?? 0) - (quota[index] ?? 0));
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  const soFar = schoolDays.slice(0, upTo + 1);
  switch (measure.kind) {
    case 'daily':
      return sum(soFar.map((_, index) => excess(index)));
    case 'yearly_allowance':
      return Math.max(0, sum(use.slice(0, upTo + 1)) - measure.allowancePlaceDays * 10);
    case 'census_day': {
      const named = measure.censusDays.map((day) => schoolDays.findIndex((schoolDay) => schoolDay >= day)).filter((index) => index >= 0);
      return sum(soFar.map((_, index) => {
        const before = named.filter((census) => census <= index);
        return before.length === 0 ? 0 : excess(Math.max(...before));
      }));
    }
    case 'annual_average':
      return upTo === schoolDays.length - 1 ? Math.max(0, sum(use) - sum(quota)) : 0;
  }
}

/** Tenths of places of a kind that are free on a date, by the kind alone and by all kinds together, the lesser. */
export function naiveFree(site: SiteFacts, kind: PlaceKind, on: CalendarDate): number {
  const room = (kinds: readonly PlaceKind[]) => {
    let tenths = 0;
    for (const row of [...site.places, ...site.overNumber]) if (kinds.includes(row.kind) && covers(row, on)) tenths += row.places * 10;
    for (const row of naiveTaking(site, on)) if (kinds.includes(row.placeKind)) tenths -= row.shareTenths;
    return tenths;
  };
  return Math.min(room([kind]), room(['day6', 'preventative', 'reserve']));
}

export function naiveTaking(site: SiteFacts, on: CalendarDate): HeldPlacement[] {
  return site.placements.filter((row) => row.state !== 'cancelled' && covers(row, on));
}
