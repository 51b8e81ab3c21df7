import { isBoundOn } from '@/lib/agreements/rules/quota';
import type { AgreementTerms } from '@/lib/agreements/types';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { quotaUse } from '@/lib/placements/rules/quota-use';
import type { CountedPlacement } from '@/lib/placements/types';
import { type Month, monthOf } from './months';

/** A placement with school days of a month on which no binding agreement covers its school. */
export interface UnboundDays<P extends CountedPlacement> {
  readonly placement: P;
  readonly firstOn: CalendarDate;
  /** School days of the month that would have counted. */
  readonly days: number;
}

/**
 * Placements of pupils who have started whose days of the month would count if their school were bound: for these a
 * zero line says why nothing is charged (R59b).
 */
export function unboundDays<P extends CountedPlacement>(terms: AgreementTerms, placements: readonly P[], month: Month): UnboundDays<P>[] {
  const days = terms.schoolDays.flatMap((on, index) => (monthOf(on) === month ? [{ on, index }] : []));
  const unbound = terms.schools.filter((school) => days.some(({ on }) => !isBoundOn(school, on)));
  if (unbound.length === 0) return [];
  const asIfBound = { ...terms, schools: unbound.map((school) => ({ ...school, binding: [{ firstOn: terms.firstOn, lastOn: null }] })) };
  const bySchool = new Map(unbound.map((school) => [school.schoolId, days.filter(({ on }) => !isBoundOn(school, on))]));
  const found = new Map<CountedPlacement, { firstOn: CalendarDate; days: number }>();
  for (const { placement, span } of quotaUse(asIfBound, placements, 'actual').segments) {
    const own = (bySchool.get(placement.attributedSchoolId ?? '') ?? []).filter(({ index }) => span.from <= index && index <= span.to);
    const [first] = own;
    if (!first) continue;
    const before = found.get(placement);
    found.set(placement, { firstOn: before?.firstOn ?? first.on, days: (before?.days ?? 0) + own.length });
  }
  return placements.flatMap((placement) => {
    const own = found.get(placement);
    return own ? [{ placement, ...own }] : [];
  });
}
