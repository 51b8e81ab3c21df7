import type { CalendarDate } from '@/lib/core/calendar-date';
import type { Dated, DateRange } from '@/lib/core/date-range';
import type { PlaceKind } from '../types';
import type { SiteOccupancy } from './capacity';
import type { GridPoint } from './distance';

/*
 * What suitability is judged by. Nothing here holds a price, a quota or a charge, and nothing may be
 * added that does: money does not steer where a child goes.
 */

/** A need or a specialism, with the word people read. */
export interface NamedCode {
  readonly code: string;
  readonly name: string;
}

export interface PupilToPlace {
  readonly pupilId: string;
  readonly yearGroup: number;
  /** Whole years of age on the first day wanted. */
  readonly age: number;
  readonly hasEhcPlan: boolean;
  /** Needs and specialisms to be met, main need first. */
  readonly needs: readonly NamedCode[];
  /** Language in which the pupil or parents need support, or null. */
  readonly supportLanguage: string | null;
  readonly home: GridPoint | null;
  readonly notWith: readonly Dated<{ readonly otherPupilId: string; readonly reason: string }>[];
  readonly notAt: readonly Dated<{ readonly siteId: string; readonly reason: string }>[];
}

export interface SiteToJudge {
  readonly siteId: string;
  readonly name: string;
  readonly lowYear: number;
  readonly highYear: number;
  readonly lowAge?: number;
  readonly highAge?: number;
  /** True at a special school: it takes pupils whose EHC plan names it. */
  readonly ehcPlanOnly: boolean;
  /** Codes of needs and specialisms that the site meets. */
  readonly needs: readonly string[];
  readonly languages: readonly string[];
  readonly location: GridPoint | null;
  readonly openedOn: CalendarDate;
  readonly closedOn: CalendarDate | null;
  /** Spans in which the site may take nobody new. */
  readonly suspended: readonly DateRange[];
  readonly occupancy: SiteOccupancy;
}

/** The place asked for. */
export interface PlaceWanted {
  readonly kind: PlaceKind;
  readonly shareTenths: number;
  readonly firstOn: CalendarDate;
  readonly lastOn: CalendarDate;
  /** True when the place must be free from the first day wanted; otherwise a later start is offered. */
  readonly startIsFixed: boolean;
}

export type StopKind = 'year_group' | 'age' | 'ehc_plan' | 'full' | 'not_with' | 'not_at' | 'closed' | 'suspended' | 'no_school_day';

/** What keeps a site from being chosen. */
export interface Stop {
  readonly kind: StopKind;
  readonly words: string;
  /** The school days concerned, for a full site. */
  readonly days: readonly CalendarDate[];
}
