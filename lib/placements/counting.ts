import type { CountingKind } from '@/lib/agreements/types';
import type { CountedPlacement, HeldPlacement, PlaceKind, Route } from './types';
import type { PlacementRow } from './store';

/** How a placement by a route counts; one that no school's quota carries is the authority's. */
export function countingKindOf(route: Route, attributedSchoolId: string | null): CountingKind {
  if (route === 'ehc_plan') return 'ehc_named';
  if (route === 'authority_placed' || attributedSchoolId === null) return 'authority_placed';
  return route === 'permanent_exclusion' ? 'permanent_exclusion' : 'dual_registered';
}

/** The pot a route is placed from unless the officer says otherwise. */
export function usualPlaceKind(route: Route): PlaceKind {
  if (route === 'permanent_exclusion') return 'day6';
  return route === 'authority_placed' ? 'reserve' : 'preventative';
}

/** A stored row as the counting and capacity functions take it. */
export function heldFromRow(row: PlacementRow, about: { readonly yearGroup: number; readonly siteCountsToQuota: boolean }): HeldPlacement {
  return {
    reference: row.reference, pupilId: row.pupil_id, siteId: row.site_id, countingKind: row.counting_kind, placeKind: row.place_kind,
    attributedSchoolId: row.attributed_establishment_id, firstOn: row.first_on, lastOn: row.last_on, shareTenths: row.share_tenths,
    decidedAt: row.decided_at.toISOString(), state: row.state, phase: phaseOf(about.yearGroup), siteCountsToQuota: about.siteCountsToQuota,
  };
}

export function phaseOf(yearGroup: number): NonNullable<CountedPlacement['phase']> {
  return yearGroup >= 7 ? 'secondary' : 'primary';
}
