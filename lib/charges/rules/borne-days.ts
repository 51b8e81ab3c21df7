import type { AgreementTerms } from '@/lib/agreements/types';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { censusIndexByDay, type QuotaPosition } from '@/lib/placements/rules/over-quota';
import type { UseSegment } from '@/lib/placements/rules/quota-use';
import { overQuotaByStay } from '@/lib/placements/rules/rank';
import { compareReferences, type Stay } from '@/lib/placements/rules/stays';
import type { CountedPlacement } from '@/lib/placements/types';

/** What one placement bears of the over-quota quantity on one school day. */
export interface BorneDay {
  readonly on: CalendarDate;
  readonly placement: CountedPlacement;
  /** Tenths of a place-day, above zero. */
  readonly tenths: number;
}

/**
 * The over-quota quantity of the year laid on placements and days: each day's growth on the latest stays first, and
 * within a stay on the placement with the highest reference first, each bearing at most what it counts on the day that
 * decides (the day itself; the census day; the whole year under an annual average). In order of days, then references.
 * The parts sum to Q of the agreement.
 */
export function borneDays(terms: Pick<AgreementTerms, 'measure' | 'schoolDays'>, position: QuotaPosition): BorneDay[] {
  const governing = terms.measure.kind === 'census_day' ? censusIndexByDay(terms.schoolDays, terms.measure.censusDays) : null;
  const indexOf = new Map(terms.schoolDays.map((day, index) => [day, index] as const));
  const byStay = new Map<Stay, UseSegment[]>();
  for (const segment of position.use.segments) {
    const own = byStay.get(segment.stay);
    if (own) own.push(segment);
    else byStay.set(segment.stay, [segment]);
  }
  const borne = overQuotaByStay(terms, position).flatMap(({ stay, days }) => days.flatMap(({ on, tenths }) => {
    const index = indexOf.get(on) ?? 0;
    const decides = terms.measure.kind === 'annual_average' ? null : governing?.[index] ?? index;
    return laid(on, tenths, usesOf(byStay.get(stay) ?? [], decides));
  }));
  return borne.sort((a, b) => (a.on === b.on ? compareReferences(a.placement.reference, b.placement.reference) : a.on < b.on ? -1 : 1));
}

interface Use { readonly placement: CountedPlacement; readonly tenths: number }

/** What each placement of a stay counts on a day, or in the year when no day decides; highest reference first. */
function usesOf(segments: readonly UseSegment[], index: number | null): Use[] {
  const uses = new Map<CountedPlacement, number>();
  for (const { placement, span, tenths } of segments) {
    const counts = index === null ? tenths * (span.to - span.from + 1) : span.from <= index && index <= span.to ? tenths : 0;
    if (counts > 0) uses.set(placement, (uses.get(placement) ?? 0) + counts);
  }
  return [...uses].map(([placement, tenths]) => ({ placement, tenths })).sort((a, b) => compareReferences(b.placement.reference, a.placement.reference));
}

function laid(on: CalendarDate, tenths: number, uses: readonly Use[]): BorneDay[] {
  let left = tenths;
  return uses.flatMap(({ placement, tenths: counts }) => {
    const part = Math.min(left, counts);
    left -= part;
    return part === 0 ? [] : [{ on, placement, tenths: part }];
  });
}
