import type { CalendarDate } from '@/lib/core/calendar-date';
import { inForceOn } from '@/lib/core/date-range';
import { remembered } from '@/lib/core/remembered';
import { boundedWebster, type Tie } from '@/lib/core/bounded-webster';
import type { AgreementSchool, AgreementTerms } from '../types';

/** A school whose share of the quota does not count on a day, because no binding agreement covers it. */
export interface WithheldShare {
  readonly schoolId: string;
  readonly places: number;
}

/** The quota of one day and what it is made of. */
export interface QuotaOnDay {
  readonly on: CalendarDate;
  /** What use is measured against, in tenths of a place. */
  readonly countedTenths: number;
  /** Places of the dated quota in force that day, before anything is withheld. */
  readonly agreedPlaces: number;
  /** False when no dated quota covers the day: the quota is then 0. */
  readonly agreed: boolean;
  readonly withheld: readonly WithheldShare[];
  /** Members that day with no binding agreement in force: their pupils do not count, whether or not their share is withheld. */
  readonly unboundSchoolIds: readonly string[];
  /** Each member's share of the agreed places that day, when shares were needed. */
  readonly shares: readonly WithheldShare[];
  readonly ties: readonly Tie[];
}

/** True on days on which the school belongs to the partnership of the agreement. */
export function isMemberOn(school: AgreementSchool, day: CalendarDate): boolean {
  return inForceOn(school.membership, day).length > 0;
}

/** True on days on which an executed, legally binding agreement covers the school (R59b). */
export function isBoundOn(school: AgreementSchool, day: CalendarDate): boolean {
  return inForceOn(school.binding, day).length > 0;
}

/**
 * The quota that use is measured against on a day, in tenths of a place: the dated quota, less the
 * shares of members without a binding agreement in force (R59b), where the agreement says that they
 * are withheld. Shares are a bounded Webster of the quota over that day's members by their share
 * weight, ties by school id. Example: 30 on three equal schools, one unbound, 20 count.
 *
 * Where dated quotas overlap, the one that began last is in force.
 *
 * @throws RangeError when shares are needed and every member's weight is zero
 */
export function quotaTenthsOn(terms: AgreementTerms, day: CalendarDate): QuotaOnDay {
  const dated = [...inForceOn(terms.quota, day)].sort((a, b) => (a.firstOn < b.firstOn ? 1 : -1))[0];
  const agreedPlaces = dated?.places ?? 0;
  const members = terms.schools.filter((school) => isMemberOn(school, day));
  const unbound = members.filter((school) => !isBoundOn(school, day));
  const base = { on: day, agreedPlaces, agreed: dated !== undefined, unboundSchoolIds: unbound.map((school) => school.schoolId).sort() };
  if (!terms.withholdUnboundShare || unbound.length === 0 || agreedPlaces === 0) {
    return { ...base, countedTenths: agreedPlaces * 10, withheld: [], shares: [], ties: [] };
  }
  const split = boundedWebster(agreedPlaces, members.map((school) => ({ id: school.schoolId, weight: BigInt(school.shareWeight) })));
  if (split.kind === 'refused') throw new RangeError(`Shares of ${terms.reference}: ${split.message}`);
  const shares = members
    .map((school, index) => ({ schoolId: school.schoolId, places: split.places[index] ?? 0 }))
    .sort((a, b) => (a.schoolId < b.schoolId ? -1 : 1));
  const withheld = shares.filter((share) => base.unboundSchoolIds.includes(share.schoolId));
  const counted = agreedPlaces - withheld.reduce((sum, share) => sum + share.places, 0);
  return { ...base, countedTenths: counted * 10, withheld, shares, ties: split.ties };
}

/** {@link quotaTenthsOn} for every school day of the agreement, in order: tenths of a place. */
export const quotaTenthsByDay: (terms: AgreementTerms) => readonly number[] = remembered((terms) => {
  const changes = changeDays(terms);
  const known = new Map<number, number>();
  return terms.schoolDays.map((day) => {
    const segment = changes.findLastIndex((change) => change <= day);
    const tenths = known.get(segment) ?? quotaTenthsOn(terms, day).countedTenths;
    known.set(segment, tenths);
    return tenths;
  });
});

/** What the page says about a quota: the places that count and, where they are fewer than agreed, why. */
export function quotaSentence(quota: QuotaOnDay, schoolName: (schoolId: string) => string): string {
  if (!quota.agreed) return 'No quota is agreed for this day, so no place counts within quota.';
  if (quota.withheld.length === 0) return `${places(quota.agreedPlaces)} agreed, and all of them count.`;
  const names = quota.withheld.map((share) => `${share.places} for ${schoolName(share.schoolId)}`).join(', ');
  return `${places(quota.agreedPlaces)} agreed. ${names} withheld, because no binding agreement is in force, so ${quota.countedTenths / 10} count.`;
}

function places(count: number): string {
  return count === 1 ? '1 place' : `${count} places`;
}

/** The days on which anything that the quota rests on may change, in order. */
function changeDays(terms: AgreementTerms): readonly string[] {
  const ranges = [...terms.quota, ...terms.schools.flatMap((school) => [...school.membership, ...school.binding])];
  const days = new Set<string>();
  for (const { firstOn, lastOn } of ranges) {
    days.add(firstOn);
    // A text just after the last day sorts before the next date: no date arithmetic needed.
    if (lastOn !== null) days.add(`${lastOn}~`);
  }
  return [...days].sort();
}
