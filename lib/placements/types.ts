import type { CalendarDate } from '@/lib/core/calendar-date';
import type { DateRange } from '@/lib/core/date-range';
import type { AgreementTerms, CountingKind } from '@/lib/agreements/types';
import type { DueGroup, DutyView, PupilFlag } from '@/lib/exclusions/types';

/** Why a pupil needs a place outside the classroom of the home school. */
export type Route =
  | 'permanent_exclusion' | 'preventative' | 'fair_access' | 'ehc_plan' | 'medical' | 'short_break' | 'authority_placed';

/** The pots a site's places are split into. */
export type PlaceKind = 'day6' | 'preventative' | 'reserve';

export type PlacementState = 'proposed' | 'accepted' | 'concern' | 'started' | 'not_arrived' | 'left' | 'cancelled';

/** States that hold a place. A pupil who did not arrive keeps the place until somebody decides. */
export const HOLDING_STATES: readonly PlacementState[] = ['proposed', 'accepted', 'concern', 'started', 'not_arrived'];

/** A placement as the counting functions see it: one pupil, one site, one unbroken set of terms. */
export interface CountedPlacement {
  readonly reference: string;
  readonly pupilId: string;
  readonly siteId: string;
  readonly countingKind: CountingKind;
  /** The excluding school for an exclusion, else the main school; null when the authority holds the pupil. */
  readonly attributedSchoolId: string | null;
  /** First day in the place (actual once started, planned before). */
  readonly firstOn: CalendarDate;
  /** Last day in the place (actual once left, planned before), included. */
  readonly lastOn: CalendarDate;
  /** 1 to 10 tenths of a full-time place. */
  readonly shareTenths: number;
  /** The instant of the decision, ISO 8601 UTC, so that text order is time order. */
  readonly decidedAt: string;
  readonly state: PlacementState;
  /** The pupil's phase in this placement. Left out, the placement counts to an agreement of either phase. */
  readonly phase?: AgreementTerms['phase'];
  /** False for a place that no quota counts, as at some special schools. Left out, it counts. */
  readonly siteCountsToQuota?: boolean;
}

/** A placement as the capacity functions see it: the pot its place comes from is known. */
export interface HeldPlacement extends CountedPlacement {
  readonly placeKind: PlaceKind;
}

/** The three pots of places, in the order pages show them. */
export const PLACE_KINDS: readonly PlaceKind[] = ['day6', 'preventative', 'reserve'];

/** Places above a site's number, authorised by the site and the authority for a span of days. */
export interface OverNumber extends DateRange {
  readonly kind: PlaceKind;
  readonly places: number;
}

/** Places of one kind at a site for a span of days. */
export interface SitePlaces {
  readonly kind: PlaceKind;
  readonly firstOn: CalendarDate;
  readonly lastOn: CalendarDate | null;
  readonly places: number;
}

/** A partnership's quota on a day, for the bar. */
export interface QuotaToday {
  readonly name: string;
  readonly slug: string;
  readonly usedTenths: number;
  readonly quotaTenths: number;
  readonly on: CalendarDate;
  readonly today: CalendarDate;
  /** What placements that have not started add after the day. */
  readonly planned: readonly { readonly on: CalendarDate; readonly tenths: number }[];
  /** Held on the day for pupils who have not started. */
  readonly awaitedTenths: number;
  /** How the agreement counts use over the quota. */
  readonly measure: AgreementTerms['measure']['kind'];
}

export type NextStepKind = 'not_arrived' | 'concern' | 'proposed' | 'accepted' | 'part_time' | 'talking' | 'no_place' | 'no_option' | 'other_authority';

/** What happens next for a waiting pupil, in a few words. */
export interface NextStep {
  readonly kind: NextStepKind;
  readonly words: string;
  readonly tone: 'late' | 'due' | 'fine' | 'quiet';
  /** The placement in which that is done; null where a place, or the rest of one, is still to be chosen. */
  readonly placementId: string | null;
  /** Whether a further share of the week may be proposed beside it: what is held is less than a whole place. */
  readonly mayShare: boolean;
}

/** One pupil on the list of pupils waiting. */
export interface WaitingRow {
  readonly referralId: string;
  readonly reference: string;
  readonly route: Route;
  readonly routeWords: string;
  readonly pupilName: string;
  readonly yearGroup: number;
  readonly schoolName: string | null;
  readonly duty: DutyView;
  readonly due: DueGroup;
  readonly wantedFrom: CalendarDate | null;
  /** Null when no quota carries the pupil. */
  readonly quota: QuotaToday | null;
  readonly flags: readonly PupilFlag[];
  readonly next: NextStep;
}

/** Who the pupil is and what is asked for, as it stays in view while a place is chosen. */
export interface PupilBrief {
  readonly pupilId: string;
  readonly reference: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly yearGroup: string;
  readonly age: number;
  readonly bornOn: CalendarDate;
  readonly school: string;
  readonly route: string;
  readonly needs: readonly string[];
  readonly flags: readonly string[];
  readonly language: string | null;
  readonly home: string;
  readonly askedFor: string;
  readonly clock: DutyView;
}
