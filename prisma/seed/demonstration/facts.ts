/**
 * The facts of the demonstration as plain values: what a database loader writes, and what the tests
 * check against the constants. No database, no clock, no randomness outside the seeded generator.
 *
 * Keys: an establishment is known by its URN; a partnership, provider, site and calendar by a slug
 * that is unique in its authority; a pupil, exclusion, referral, placement and agreement by a
 * reference that is unique in the whole demonstration. Every row names its authority by slug.
 */
import type { CountingRule, Measure, Payer } from '@/lib/agreements/types';
import type { BankHolidays, CalendarYear } from '@/lib/calendars/types';
import type { CalendarDate } from '@/lib/core/calendar-date';
import type { Dated } from '@/lib/core/date-range';
import type { Pence } from '@/lib/core/pence';
import type { Role } from '@/lib/core/roles';
import type { EnteredNote, PrintedStatement, PrintedTable } from '@/lib/publishing/rules/arithmetic-flaws';
import type { PlaceKind, SitePlaces } from '@/lib/placements/types';
import type { ExclusionFact, InterimEducationFact, MarkerFact, PlacementFact, PupilFact, ReferralFact } from './pupil-facts';
import type { AuthoritySlug, LocationFact, Origin, Owned } from './fact-basics';

export type { AuthoritySlug, LocationFact, Origin, Owned } from './fact-basics';

export interface AuthorityFact {
  readonly slug: AuthoritySlug;
  /** DfE code: 372, 888. */
  readonly code: string;
  readonly name: string;
  readonly council: string;
}

export interface SettingFact extends Owned {
  readonly key: string;
  readonly value: string;
  readonly unit: string;
  /** What the setting does, as an administrator reads it. */
  readonly words: string;
}

export interface BudgetLineFact extends Owned {
  /** `2025-26`, 1 April to 31 March. */
  readonly financialYear: string;
  readonly line: string;
  readonly amount: Pence;
  readonly origin: Origin;
  readonly note: string;
}

/** Spend to bring down in equal yearly steps. */
export interface SpendTargetFact extends Owned {
  readonly name: string;
  readonly baseline: Pence;
  readonly target: Pence;
  readonly stepsFrom: CalendarDate;
  readonly targetOn: CalendarDate;
}

export interface LocalAuthorityFact {
  readonly code: string;
  readonly name: string;
  readonly lastOn: CalendarDate | null;
}

export type Sector = 'maintained' | 'academy';

export interface EstablishmentFact extends Owned {
  readonly urn: string;
  /** Two URNs may share one: see the README of the data. */
  readonly laestab: string;
  readonly name: string;
  /** R65a code; null when only the sector is known. */
  readonly typeCode: string | null;
  readonly typeName: string | null;
  readonly sector: Sector;
  readonly phase: 'primary' | 'secondary' | 'all-through' | 'special' | 'not applicable';
  readonly lowAge: number | null;
  readonly highAge: number | null;
  readonly town: string | null;
  readonly postcode: string | null;
  readonly location: LocationFact | null;
  readonly openedOn: CalendarDate | null;
  readonly closedOn: CalendarDate | null;
  readonly rollJanuary2017: number | null;
  readonly rollSource: string | null;
}

/** The type of a URN between two dates, null for an open side: decides maintained or academy on a date. */
export interface EstablishmentTypeFact extends Owned {
  readonly urn: string;
  readonly typeCode: string | null;
  readonly sector: Sector;
  readonly firstOn: CalendarDate | null;
  readonly lastOn: CalendarDate | null;
}

export interface EstablishmentLinkFact extends Owned {
  readonly predecessorUrn: string;
  readonly successorUrn: string;
  readonly linkedOn: CalendarDate;
}

export interface PartnershipFact extends Owned {
  readonly slug: string;
  readonly name: string;
  readonly phase: 'secondary';
}

export interface PartnershipMemberFact extends Owned, Dated<object> {
  readonly partnership: string;
  readonly urn: string;
}

export interface CalendarFact extends Owned {
  readonly slug: string;
  readonly label: 'demonstration calendar';
  /** Null for the authority's own calendar; else the school whose override this is. */
  readonly urn: string | null;
  readonly why: string;
  readonly years: readonly CalendarYear[];
}

export type ProviderKind = 'pru' | 'ap_academy' | 'special_school' | 'tuition' | 'online';

export interface ProviderFact extends Owned {
  readonly slug: string;
  readonly name: string;
  readonly kind: ProviderKind;
  readonly urn: string | null;
  /** Invented providers say so on every page that shows them. */
  readonly origin: Origin;
}

export interface SiteFact extends Owned {
  readonly slug: string;
  readonly name: string;
  readonly provider: string;
  readonly urn: string | null;
  readonly phase: 'primary' | 'secondary';
  readonly lowAge: number;
  readonly highAge: number;
  readonly location: LocationFact;
  readonly locationOrigin: Origin;
  readonly specialisms: readonly string[];
  /** SEN type codes (R67) the site can meet. */
  readonly needsMet: readonly string[];
  /** Languages with support besides English. */
  readonly languages: readonly string[];
  /** An academy or a special school must agree to each pupil itself. */
  readonly admits: 'any_referred' | 'after_own_agreement' | 'ehc_plan_naming_it';
  readonly calendar: string;
}

export interface SitePlacesFact extends Owned, SitePlaces {
  readonly site: string;
  readonly reason: string;
  readonly origin: Origin;
}

export interface SiteClosureFact extends Owned {
  readonly site: string;
  readonly firstOn: CalendarDate;
  readonly lastOn: CalendarDate;
  readonly reason: string;
}

export interface OverNumberFact extends Owned {
  readonly site: string;
  readonly kind: PlaceKind;
  readonly number: number;
  readonly firstOn: CalendarDate;
  readonly lastOn: CalendarDate;
  readonly reason: string;
  readonly authorisedAtSite: string;
  readonly authorisedByAuthority: string;
  readonly source: string;
}

/** Places bought at a site for a financial year. */
export interface CommissionedPlacesFact extends Owned {
  readonly site: string;
  readonly financialYear: string;
  readonly places: number;
  readonly cost: Pence | null;
  readonly origin: Origin;
  /** Where the number comes from, when the origin alone does not say it. */
  readonly basis?: string;
}

export interface AgreementFact extends Owned {
  readonly reference: string;
  readonly version: number;
  readonly partnership: string;
  readonly academicYear: string;
  readonly firstOn: CalendarDate;
  readonly lastOn: CalendarDate;
  readonly phase: 'secondary';
  readonly quota: readonly Dated<{ readonly places: number }>[];
  readonly counting: CountingRule;
  readonly measure: Measure;
  readonly annualPence: Pence;
  readonly basisDays: number;
  readonly payer: Payer;
  /** The school that holds the partnership's fund, when it pays. */
  readonly fundHolderUrn: string | null;
  readonly chargeClause: string;
  readonly calendar: string;
  readonly withholdUnboundShare: boolean;
  readonly status: 'draft' | 'executed';
  readonly schools: readonly AgreementSchoolFact[];
}

export interface AgreementSchoolFact {
  readonly urn: string;
  readonly shareWeight: number;
  /** A signature that is not binding does not make a school pay (R59b). */
  readonly binding: boolean;
  readonly party: string;
  readonly signatory: string;
  readonly executedOn: CalendarDate | null;
  readonly inForceFrom: CalendarDate;
  readonly inForceTo: CalendarDate;
  readonly document: string;
}

/** An academy trust with the schools it runs. */
export interface TrustFact extends Owned {
  readonly slug: string;
  readonly name: string;
  readonly address: string;
  /** In the council's finance system. */
  readonly customerNumber: string;
  readonly firstOn: CalendarDate;
  readonly urns: readonly string[];
}

/** A sign-in: one per role and council, the public excepted. */
export interface PersonFact extends Owned {
  readonly email: string;
  readonly name: string;
  readonly role: Exclude<Role, 'public'>;
  readonly urn: string | null;
  readonly partnership: string | null;
  readonly provider: string | null;
  readonly firstOn: CalendarDate;
}

export interface Facts {
  readonly today: CalendarDate;
  readonly bankHolidays: BankHolidays;
  readonly localAuthorities: readonly LocalAuthorityFact[];
  readonly authorities: readonly AuthorityFact[];
  readonly settings: readonly SettingFact[];
  readonly budgetLines: readonly BudgetLineFact[];
  readonly spendTargets: readonly SpendTargetFact[];
  readonly establishments: readonly EstablishmentFact[];
  readonly establishmentTypes: readonly EstablishmentTypeFact[];
  readonly establishmentLinks: readonly EstablishmentLinkFact[];
  readonly partnerships: readonly PartnershipFact[];
  readonly partnershipMembers: readonly PartnershipMemberFact[];
  readonly calendars: readonly CalendarFact[];
  readonly providers: readonly ProviderFact[];
  readonly sites: readonly SiteFact[];
  readonly sitePlaces: readonly SitePlacesFact[];
  readonly siteClosures: readonly SiteClosureFact[];
  readonly overNumber: readonly OverNumberFact[];
  readonly commissionedPlaces: readonly CommissionedPlacesFact[];
  readonly agreements: readonly AgreementFact[];
  readonly people: readonly PersonFact[];
  readonly pupils: readonly PupilFact[];
  readonly markers: readonly MarkerFact[];
  readonly exclusions: readonly ExclusionFact[];
  readonly referrals: readonly ReferralFact[];
  readonly placements: readonly PlacementFact[];
  readonly interimEducation: readonly InterimEducationFact[];
  /** Figures as printed, with what should follow from what; the flaws are found by recomputation. */
  readonly printedTables: readonly PrintedTable[];
  readonly printedStatements: readonly PrintedStatement[];
  readonly enteredNotes: readonly EnteredNote[];
}
