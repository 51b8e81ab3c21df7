import { isBoundOn, isMemberOn } from '@/lib/agreements/rules/quota';
import type { AgreementTerms } from '@/lib/agreements/types';
import { contains } from '@/lib/core/date-range';
import type { CalendarDate } from '@/lib/core/calendar-date';
import type { CountedPlacement } from '../types';
import { countedRangeOf, standsOn, type UseBasis, weightOf } from './counting-weight';
import { firstIndexFrom, lastIndexTo } from './day-index';
import { concerns, quotaUse, type QuotaUse } from './quota-use';
import { compareReferences, type Stay } from './stays';

export type CountReason =
  | 'counts' | 'counts_in_part' | 'other_placement_counts'
  | 'not_in_this_figure' | 'held_by_authority' | 'other_phase_or_site' | 'not_a_member' | 'no_binding_agreement'
  | 'kind_does_not_count' | 'first_day_free' | 'last_day_free';

/** Why a placement that covers the day counts as much as it does, or does not count. */
export interface Contribution {
  readonly reference: string;
  readonly pupilId: string;
  readonly schoolId: string | null;
  /** Tenths of a place. */
  readonly tenths: number;
  readonly reason: CountReason;
}

/** One figure of use, opened to what is behind it. */
export interface UseOnDay {
  readonly on: CalendarDate;
  /** Only school days of the agreement's calendar are counted: on other days nothing is used. */
  readonly isSchoolDay: boolean;
  readonly tenths: number;
  /** One for each placement given that covers the day, in the order of references. */
  readonly contributions: readonly Contribution[];
}

const WORDS: Readonly<Record<CountReason, string>> = {
  counts: 'Counts',
  counts_in_part: 'Counts in part: a pupil never counts above 1 place a day',
  other_placement_counts: 'Does not count: another placement of the pupil already counts in full',
  not_in_this_figure: 'Does not count: the placement does not stand in this figure',
  held_by_authority: 'Does not count: the authority holds this pupil',
  other_phase_or_site: 'Does not count: the agreement is for another phase, or no quota counts this site',
  not_a_member: 'Does not count: the school is not a member of the partnership on this day',
  no_binding_agreement: 'Does not count: no binding agreement with the school is in force on this day',
  kind_does_not_count: 'Does not count: the agreement gives this kind of placement no weight',
  first_day_free: 'Does not count: under the agreement the day after the first counts first',
  last_day_free: 'Does not count: under the agreement the last day is free',
};

/** The reason as people read it. */
export function countReasonInWords(reason: CountReason): string {
  return WORDS[reason];
}

/**
 * Use of the quota on one day, with a line for every placement given that covers the day.
 *
 * @param use the year's use, when it has been worked out already with the same terms, placements and basis
 */
export function useTenthsOn(
  terms: AgreementTerms,
  placements: readonly CountedPlacement[],
  on: CalendarDate,
  basis: UseBasis = 'held',
  use: QuotaUse = quotaUse(terms, placements, basis),
): UseOnDay {
  const index = firstIndexFrom(terms.schoolDays, on);
  if (terms.schoolDays[index] !== on) return { on, isSchoolDay: false, tenths: 0, contributions: [] };
  const counted = new Map<string, number>();
  for (const { placement, span, tenths } of use.segments) {
    if (span.from <= index && index <= span.to) counted.set(placement.reference, tenths);
  }
  const stayOf = new Map(use.stays.flatMap((stay) => stay.placements.map((placement) => [placement.reference, stay] as const)));
  const contributions = placements
    .filter((placement) => contains(placement, on))
    .map((placement): Contribution => {
      const tenths = counted.get(placement.reference) ?? 0;
      const reason = reasonFor(terms, placement, stayOf.get(placement.reference), on, basis, tenths);
      return { reference: placement.reference, pupilId: placement.pupilId, schoolId: placement.attributedSchoolId, tenths, reason };
    })
    .sort((a, b) => compareReferences(a.reference, b.reference));
  return { on, isSchoolDay: true, tenths: use.tenths[index] ?? 0, contributions };
}

/** The school day whose use stands for a date: the last on or before it, else the first of the year; null in a year without any. */
export function countingDayFor(terms: Pick<AgreementTerms, 'schoolDays'>, date: CalendarDate): CalendarDate | null {
  return terms.schoolDays[Math.max(0, lastIndexTo(terms.schoolDays, date))] ?? null;
}

function reasonFor(
  terms: AgreementTerms,
  placement: CountedPlacement,
  stay: Stay | undefined,
  on: CalendarDate,
  basis: UseBasis,
  tenths: number,
): CountReason {
  if (!standsOn(basis, placement.state) || !stay) return 'not_in_this_figure';
  if (placement.attributedSchoolId === null) return 'held_by_authority';
  if (!concerns(terms, placement)) return 'other_phase_or_site';
  const school = terms.schools.find(({ schoolId }) => schoolId === placement.attributedSchoolId);
  if (!school || !isMemberOn(school, on)) return 'not_a_member';
  if (!isBoundOn(school, on)) return 'no_binding_agreement';
  const weight = weightOf(terms.counting, placement);
  if (weight === 0) return 'kind_does_not_count';
  const range = countedRangeOf(terms.counting, stay);
  if (on < range.firstOn) return 'first_day_free';
  if (on > range.lastOn) return 'last_day_free';
  if (tenths === 0) return 'other_placement_counts';
  return tenths < weight ? 'counts_in_part' : 'counts';
}
