import { isBoundOn, isMemberOn } from '@/lib/agreements/rules/quota';
import type { AgreementSchool, AgreementTerms } from '@/lib/agreements/types';
import { type CalendarDate, maxDate, minDate } from '@/lib/core/calendar-date';
import { remembered } from '@/lib/core/remembered';
import type { CountedPlacement } from '../types';
import { WHOLE_PLACE_TENTHS, countedRangeOf, standsOn, type UseBasis, weightOf } from './counting-weight';
import { type DaySpan, sharedSpan, spanOf, totalsByDay } from './day-index';
import { type Stay, staysOf } from './stays';

/** One placement counting the same on a run of school days. */
export interface UseSegment {
  readonly placement: CountedPlacement;
  readonly stay: Stay;
  readonly span: DaySpan;
  /** Tenths of a place on each of the days, after the cap of one place a pupil. */
  readonly tenths: number;
}

/** Use of an agreement's quota on each school day of its calendar. */
export interface QuotaUse {
  readonly schoolDays: readonly CalendarDate[];
  /** Tenths of a place on each school day. */
  readonly tenths: readonly number[];
  /** What the figures are made of. */
  readonly segments: readonly UseSegment[];
  /** Every stay of the placements given, earliest first. */
  readonly stays: readonly Stay[];
}

/**
 * Use of the quota by day through the year, with what is behind it. A placement counts by the weight
 * of its kind and its share, within the agreement's start and end convention, on days on which the
 * school it is attributed to is a member with a binding agreement in force (R59b); a pupil never
 * counts above one place on a day, and what is above it is taken off the later stay.
 *
 * Works by differences over spans of days: about 190 x placements steps are never taken.
 */
export function quotaUse(terms: AgreementTerms, placements: readonly CountedPlacement[], basis: UseBasis = 'held'): QuotaUse {
  const standing = placements.filter((placement) => standsOn(basis, placement.state));
  const stays = staysOf(standing, allSchoolDays(terms));
  const countedSpans = countedSpansOf(terms);
  const byPupil = new Map<string, UseSegment[]>();
  for (const stay of stays) {
    const spans = stay.attributedSchoolId === null ? undefined : countedSpans.get(stay.attributedSchoolId);
    if (!spans) continue;
    const own = byPupil.get(stay.pupilId);
    const segments = uncappedSegments(terms, stay, spans);
    if (own) own.push(...segments);
    else byPupil.set(stay.pupilId, segments);
  }
  const segments = [...byPupil.values()].flatMap((own) => (overlapping(own) ? capped(terms, own) : own));
  const tenths = totalsByDay(terms.schoolDays.length, segments.map(({ span, tenths: amount }) => ({ span, amount })));
  return { schoolDays: terms.schoolDays, tenths, segments, stays };
}

/** True when the agreement is for pupils like this one and the site's places count to a quota. */
export function concerns(terms: AgreementTerms, placement: CountedPlacement): boolean {
  return placement.siteCountsToQuota !== false && (placement.phase === undefined || placement.phase === terms.phase);
}

const allSchoolDays = remembered((terms: AgreementTerms): readonly CalendarDate[] => [...(terms.earlierSchoolDays ?? []), ...terms.schoolDays]);

const countedSpansOf = remembered((terms: AgreementTerms): ReadonlyMap<string, readonly DaySpan[]> =>
  new Map(terms.schools.map((school) => [school.schoolId, daysThatCount(terms, school)])));

/** Spans of school days on which the school's pupils count: a member, with a binding agreement in force. */
function daysThatCount(terms: AgreementTerms, school: AgreementSchool): DaySpan[] {
  const spans: { from: number; to: number }[] = [];
  terms.schoolDays.forEach((day, index) => {
    if (!isMemberOn(school, day) || !isBoundOn(school, day)) return;
    const last = spans.at(-1);
    if (last?.to === index - 1) last.to = index;
    else spans.push({ from: index, to: index });
  });
  return spans;
}

function uncappedSegments(terms: AgreementTerms, stay: Stay, spans: readonly DaySpan[]): UseSegment[] {
  const counted = countedRangeOf(terms.counting, stay);
  return stay.placements.flatMap((placement) => {
    const tenths = weightOf(terms.counting, placement);
    const own = spanOf(terms.schoolDays, maxDate(placement.firstOn, counted.firstOn), minDate(placement.lastOn, counted.lastOn));
    if (!own || tenths === 0 || !concerns(terms, placement)) return [];
    return spans.flatMap((span) => {
      const shared = sharedSpan(own, span);
      return shared ? [{ placement, stay, span: shared, tenths }] : [];
    });
  });
}

function overlapping(segments: readonly UseSegment[]): boolean {
  if (segments.length === 1) return (segments[0]?.tenths ?? 0) > WHOLE_PLACE_TENTHS;
  const ordered = [...segments].sort((a, b) => a.span.from - b.span.from);
  return ordered.some((segment, index) => segment.span.from <= (ordered[index - 1]?.span.to ?? -1) || segment.tenths > WHOLE_PLACE_TENTHS);
}

/**
 * One pupil's segments with no day above one place. Where heads are counted the pupil is one head
 * however many placements there are: the heaviest kind. Segments come in the order of stays and, in
 * a stay, of placements, and the earlier keeps what it has.
 */
function capped(terms: AgreementTerms, segments: readonly UseSegment[]): UseSegment[] {
  const edges = [...new Set(segments.flatMap(({ span }) => [span.from, span.to + 1]))].sort((a, b) => a - b);
  return edges.slice(0, -1).flatMap((from, index) => {
    const span = { from, to: (edges[index + 1] ?? from + 1) - 1 };
    let given = 0;
    return segments.flatMap((segment) => {
      if (segment.span.from > span.from || segment.span.to < span.to) return [];
      const wanted = terms.counting.partTime === 'heads' ? segment.tenths - given : segment.tenths;
      const tenths = Math.max(0, Math.min(wanted, WHOLE_PLACE_TENTHS - given));
      given += tenths;
      return tenths === 0 ? [] : [{ ...segment, span, tenths }];
    });
  });
}
