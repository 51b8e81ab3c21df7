/** Sums over the facts that several tests use, written apart from the counting rules so as to check them too. */
import { schoolDaysOf, type SchoolDays } from '@/lib/calendars/rules/school-days';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { HOLDING_STATES } from '@/lib/placements/types';
import { demonstrationFacts } from '@/prisma/seed/demonstration/demonstration-facts';
import type { AuthoritySlug } from '@/prisma/seed/demonstration/facts';
import type { PlacementFact } from '@/prisma/seed/demonstration/pupil-facts';

export const facts = demonstrationFacts();

const known = new Map<string, SchoolDays>();

/** School days of a school's own calendar where it has one, else of the authority's. */
export function daysOf(authority: AuthoritySlug, urn: string | null = null): SchoolDays {
  const own = facts.calendars.find((each) => each.authority === authority && each.urn !== null && each.urn === urn);
  const calendar = own ?? facts.calendars.find((each) => each.authority === authority && each.urn === null);
  if (!calendar) throw new RangeError(`No calendar of ${authority}`);
  const key = `${authority}/${calendar.slug}`;
  const days = known.get(key) ?? schoolDaysOf({ name: calendar.slug, years: calendar.years, bankHolidays: facts.bankHolidays });
  known.set(key, days);
  return days;
}

/** Held on the day, or was until the pupil left. */
export function holds(placement: PlacementFact, on: CalendarDate): boolean {
  return placement.firstOn <= on && on <= placement.lastOn && (placement.state === 'left' || HOLDING_STATES.includes(placement.state));
}

export function tenthsOn(on: CalendarDate, wanted: (placement: PlacementFact) => boolean): number {
  return facts.placements.filter((each) => wanted(each) && holds(each, on)).reduce((sum, each) => sum + each.shareTenths, 0);
}

export function membersOn(partnership: string, on: CalendarDate): Set<string> {
  return new Set(facts.partnershipMembers
    .filter((row) => row.partnership === partnership && row.firstOn <= on && (row.lastOn === null || on <= row.lastOn)).map((row) => row.urn));
}

/** Tenths of a place that count to a partnership's quota on a day, a school without a binding agreement left out. */
export function quotaTenthsOn(partnership: string, on: CalendarDate): number {
  const members = membersOn(partnership, on);
  const agreement = facts.agreements.find((each) => each.partnership === partnership);
  if (!agreement) throw new RangeError(`No agreement of ${partnership}`);
  const bound = new Set(agreement.schools.filter((each) => each.binding).map((each) => each.urn));
  return tenthsOn(on, (each) => each.attributedUrn !== null && members.has(each.attributedUrn) && bound.has(each.attributedUrn)
    && agreement.counting.weightTenths[each.countingKind] === 10);
}
