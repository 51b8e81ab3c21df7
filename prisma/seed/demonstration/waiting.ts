/** Turns the plan of a waiting pupil into facts: pupil, exclusion or referral, interim education, held place. */
import { type CalendarDate, calendarDate } from '@/lib/core/calendar-date';
import type { CountingKind } from '@/lib/agreements/types';
import type { PlaceKind, PlacementState, Route } from '@/lib/placements/types';
import type { AuthoritySlug, EstablishmentFact } from './facts';
import type { PupilFact } from './pupil-facts';
import { addExclusion, addPlacement, addReferral } from './record';
import { YEAR_END } from './placed';
import { instant, type Workbench } from './workbench';

export interface WaitingPlan {
  /** A name for this plan, so that a marker can point at it. */
  readonly key: string;
  readonly route: Route;
  readonly urn: string | null;
  readonly outsideSchool?: { readonly name: string; readonly authorityCode: string };
  readonly yearGroup: number;
  /** Date of the exclusion or of the referral. */
  readonly on: string;
  /** Time of the exclusion; left out on other routes. */
  readonly at?: string;
  readonly reasons?: readonly string[];
  readonly pupil?: Partial<Omit<PupilFact, 'reference' | 'upn' | 'authority' | 'bornOn' | 'yearGroup'>>;
  readonly talking?: string;
  readonly earlier?: { readonly urn: string; readonly on: string };
  readonly interim?: { readonly provider: string; readonly kind: 'tuition' | 'online'; readonly hours: number; readonly from: string };
  readonly place?: {
    readonly site: string; readonly kind: PlaceKind; readonly from: string; readonly to?: string;
    readonly state: Extract<PlacementState, 'proposed' | 'accepted' | 'not_arrived'>; readonly proposedOn: string;
    /** The instant parents were told, for an accepted place: more than 48 hours before it (R21). */
    readonly parentsTold?: readonly [on: string, time: string];
  };
  /** Why the authority holds the pupil, where no partnership does. */
  readonly heldBecause?: string;
  /** School days asked for, where the request names an end. */
  readonly schoolDaysAsked?: number;
  readonly shows: readonly string[];
  readonly note: string;
}

function countingKindOf(route: Route): CountingKind {
  if (route === 'permanent_exclusion') return 'permanent_exclusion';
  if (route === 'ehc_plan') return 'ehc_named';
  return route === 'authority_placed' ? 'authority_placed' : 'dual_registered';
}

function phaseOf(plan: WaitingPlan): 'primary' | 'secondary' {
  return plan.yearGroup <= 6 ? 'primary' : 'secondary';
}

function addPlan(bench: Workbench, authority: AuthoritySlug, plan: WaitingPlan): PupilFact {
  const school: EstablishmentFact | null = plan.urn === null ? null : bench.school(plan.urn);
  const on = calendarDate(plan.on);
  const pupil = bench.pupils.make({ authority, schoolYearStart: 2025, yearGroup: plan.yearGroup, school, with: {
    lookedAfterByCode: null, socialWorker: false, senProvision: 'K', needs: ['SEMH'], ...plan.pupil,
  } });
  if (plan.earlier) {
    const earlierOn = calendarDate(plan.earlier.on);
    addExclusion(bench, {
      authority, pupil: pupil.reference, urn: plan.earlier.urn, excludedOn: earlierOn, excludedAt: '11:00', phase: phaseOf(plan),
      states: [
        { state: 'recorded', on: earlierOn, note: '' },
        {
          state: 'upheld', on: bench.schoolDays(authority).nthSchoolDayAfter(earlierOn, 12),
          note: 'Admitted to another school under the Fair Access Protocol',
        },
      ],
    });
  }
  const exclusion = plan.route === 'permanent_exclusion' ? addExclusion(bench, {
    authority, pupil: pupil.reference, urn: plan.urn, outsideSchool: plan.outsideSchool ?? null, excludedOn: on, excludedAt: plan.at ?? null,
    ...(plan.reasons ? { reasons: plan.reasons } : {}), phase: phaseOf(plan),
    states: [{ state: 'recorded', on, note: '' }, ...(plan.talking ? [{ state: 'talking_with_school' as const, on, note: plan.talking }] : [])],
  }) : null;
  const referral = addReferral(bench, {
    authority, pupil: pupil.reference, route: plan.route, exclusion: exclusion?.reference ?? null, referredOn: on, referredByUrn: plan.urn,
    waiting: true, shows: plan.shows, note: plan.note, ...(plan.schoolDaysAsked === undefined ? {} : { schoolDaysAsked: plan.schoolDaysAsked }),
  });
  if (plan.interim) {
    bench.interim.push({
      authority, pupil: pupil.reference, referral: referral.reference, provider: plan.interim.provider, kind: plan.interim.kind,
      hoursPerWeek: plan.interim.hours, firstOn: calendarDate(plan.interim.from), lastOn: null, reason: 'No full-time place has started yet',
    });
  }
  if (plan.place) addHeldPlace(bench, authority, plan, plan.place, pupil, referral.reference);
  return pupil;
}

function addHeldPlace(
  bench: Workbench, authority: AuthoritySlug, plan: WaitingPlan, place: NonNullable<WaitingPlan['place']>, pupil: PupilFact, referral: string,
): void {
  const lastOn: CalendarDate = place.to ? calendarDate(place.to) : YEAR_END;
  addPlacement(bench, {
    authority, referral, pupil: pupil.reference, site: place.site, placeKind: place.kind, route: plan.route,
    countingKind: countingKindOf(plan.route), attributedUrn: plan.heldBecause ? null : plan.urn, heldBecause: plan.heldBecause ?? null,
    firstOn: calendarDate(place.from), lastOn, state: place.state, proposedOn: calendarDate(place.proposedOn),
    ...(place.parentsTold ? { parentsToldAt: instant(calendarDate(place.parentsTold[0]), place.parentsTold[1]) } : {}),
  });
}

/** Adds every plan of one authority; the pupils by the key of their plan. */
export function addWaiting(bench: Workbench, authority: AuthoritySlug, plans: readonly WaitingPlan[]): Map<string, PupilFact> {
  return new Map(plans.map((plan) => [plan.key, addPlan(bench, authority, plan)]));
}
