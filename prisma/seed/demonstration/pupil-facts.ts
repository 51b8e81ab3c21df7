/** The facts about invented pupils: who they are, what happened, where they are placed. Keys as in `facts.ts`. */
import type { CalendarDate } from '@/lib/core/calendar-date';
import type { CountedPlacement, PlaceKind, PlacementState, Route } from '@/lib/placements/types';
import type { LocationFact, Owned } from './fact-basics';

export interface ContactFact {
  readonly name: string;
  readonly relation: string;
  readonly telephone: string;
  readonly language: string;
}

/** An invented pupil. The UPN is valid (R64) and names establishment 9999, which does not exist. */
export interface PupilFact extends Owned {
  readonly reference: string;
  readonly upn: string;
  readonly surname: string;
  readonly forename: string;
  readonly sex: 'F' | 'M';
  readonly bornOn: CalendarDate;
  /** National Curriculum year today; of the year of the exclusion for the history only, whose pupils are grown up. */
  readonly yearGroup: number;
  readonly homeAuthorityCode: string;
  /** Main school, the excluding school for an exclusion; null when outside the two councils' lists. */
  readonly homeUrn: string | null;
  readonly homePostcodeDistrict: string;
  readonly homeLocation: LocationFact | null;
  readonly language: string;
  readonly senProvision: 'N' | 'K' | 'E';
  /** R67 codes, the primary need first. */
  readonly needs: readonly string[];
  /** Code of the authority that looks after the pupil. */
  readonly lookedAfterByCode: string | null;
  readonly socialWorker: boolean;
  /** Public exams entered for this year and neither taken nor missed (R36c); null while nobody has said. */
  readonly publicExamsLeft: number | null;
  readonly contacts: readonly ContactFact[];
  /** Part of the history only; has no record beyond the exclusion. */
  readonly historyOnly: boolean;
}

export type MarkerFact = Owned & {
  readonly pupil: string;
  readonly firstOn: CalendarDate;
  /** Hidden from all but officers and the site. */
  readonly reason: string;
} & ({ readonly kind: 'not_with'; readonly otherPupil: string } | { readonly kind: 'not_at'; readonly site: string });

export type ExclusionState = 'recorded' | 'talking_with_school' | 'upheld' | 'reinstated' | 'cancelled';

export interface ExclusionFact extends Owned {
  readonly reference: string;
  readonly pupil: string;
  /** Null when the excluding school lies in another authority: then `outsideSchool`. */
  readonly urn: string | null;
  readonly outsideSchool: { readonly name: string; readonly authorityCode: string } | null;
  readonly excludedOn: CalendarDate;
  /** London wall-clock `hh:mm`; null before September 2024, where there is no clock. */
  readonly excludedAt: string | null;
  /** R37 codes, the main reason first. */
  readonly reasons: readonly string[];
  readonly states: readonly { readonly state: ExclusionState; readonly on: CalendarDate; readonly note: string }[];
  readonly phase: 'primary' | 'secondary';
  readonly series: 'demonstration' | 'printed history';
}

export interface ReferralFact extends Owned {
  readonly reference: string;
  readonly pupil: string;
  readonly route: Route;
  /** The exclusion that made the referral; null on other routes. */
  readonly exclusion: string | null;
  readonly referredOn: CalendarDate;
  readonly referredByUrn: string | null;
  /** True on the demonstration's today until full-time education has started. */
  readonly waiting: boolean;
  /** School days asked for, where the request names an end; left out, it names none. */
  readonly schoolDaysAsked?: number;
  /** What the demonstration shows with it, for tests and for the page of constants. */
  readonly shows: readonly string[];
  readonly note: string;
}

export interface PlacementFact extends Owned {
  readonly reference: string;
  readonly referral: string;
  readonly pupil: string;
  readonly site: string;
  readonly placeKind: PlaceKind;
  readonly route: Route;
  readonly countingKind: CountedPlacement['countingKind'];
  /** Null when the authority holds the pupil: then `heldBecause`. */
  readonly attributedUrn: string | null;
  readonly heldBecause: string | null;
  readonly firstOn: CalendarDate;
  readonly lastOn: CalendarDate;
  readonly shareTenths: number;
  readonly state: PlacementState;
  /** The instant of the decision, ISO 8601 UTC. */
  readonly decidedAt: string;
  readonly replyDueOn: CalendarDate;
  /** Each state with the date it was reached, the first `proposed`. */
  readonly history: readonly { readonly state: PlacementState; readonly on: CalendarDate; readonly note: string }[];
  readonly parentsToldAt: string | null;
  readonly transport: 'none' | 'bus pass' | 'minibus' | 'taxi';
  readonly pupilView: string;
  readonly parentView: string;
  readonly whySuitable: string;
}

export interface InterimEducationFact extends Owned {
  readonly pupil: string;
  readonly referral: string;
  readonly provider: string;
  readonly kind: 'tuition' | 'online';
  readonly hoursPerWeek: number;
  readonly firstOn: CalendarDate;
  readonly lastOn: CalendarDate | null;
  readonly reason: string;
}
