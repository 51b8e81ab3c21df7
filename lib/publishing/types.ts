import type { CalendarDate } from '@/lib/core/calendar-date';
import type { TimeToStart } from './rules/time-to-start';

/** One site on the day of the report; null reads as [c]. */
export interface ReportSite {
  readonly name: string;
  readonly agreed: number | null;
  readonly places: number;
  readonly pupils: number | null;
  /** Full-time equivalent of the pupils, in whole places rounded up. */
  readonly used: number | null;
  /** Places less places used; below zero when over. */
  readonly free: number | null;
}

/** Places commissioned that are in force on a day. */
export interface Commissioned {
  readonly places: number;
  readonly sources: readonly string[];
}

export interface ReportSites {
  readonly group: string;
  readonly sites: readonly ReportSite[];
  readonly total: ReportSite;
}

/** This year to a day, and last year to the school day of the same number by the authority's calendar. */
export interface SamePoint {
  readonly number: number;
  readonly thisYear: { readonly label: string; readonly firstOn: CalendarDate; readonly lastOn: CalendarDate };
  /** Null when the calendar of last year is not loaded or has fewer school days. */
  readonly lastYear: { readonly label: string; readonly firstOn: CalendarDate; readonly lastOn: CalendarDate } | null;
  readonly calendarName: string;
}

/** Use of one partnership's quota by pupils who had started; null reads as [c]. */
export interface ReportQuota {
  readonly name: string;
  readonly quota: number;
  /** Whole places, rounded up. */
  readonly used: number | null;
  readonly free: number | null;
}

/** Recorded in one group of schools; null reads as [c]. */
export interface ReportExclusions {
  readonly name: string;
  readonly thisYear: number | null;
  readonly lastYear: number | null;
}

/** Everything the Board and the Forum see in this version: actual figures on one day, aggregated and suppressed (R75, R81). */
export interface AuthorityReport {
  readonly on: CalendarDate;
  readonly point: SamePoint | null;
  readonly commissioned: Commissioned | null;
  readonly sites: readonly ReportSites[];
  readonly quotas: readonly ReportQuota[];
  readonly quotaTotal: ReportQuota | null;
  /** The school day the quota figures are of. */
  readonly quotaOn: CalendarDate | null;
  /** By partnership of the excluding school. */
  readonly exclusions: readonly ReportExclusions[];
  /** By schools in no partnership. */
  readonly outside: readonly ReportExclusions[];
  readonly recorded: ReportExclusions;
  readonly upheld: ReportExclusions;
  /** This year against the same point of last year; null when either total is left out. */
  readonly change: string | null;
  readonly starts: TimeToStart | null;
  readonly suppressed: boolean;
}

/** One value that an act set, as people read it. */
export interface ChangedValue {
  readonly label: string;
  /** Null where the act set the value for the first time. */
  readonly before: string | null;
  readonly after: string | null;
}

/** One act. No pupil is named: references and codes stand for them. */
export interface AuditLine {
  readonly id: string;
  readonly on: CalendarDate;
  readonly time: string;
  readonly who: string;
  readonly act: string;
  readonly words: string;
  readonly outcome: 'done' | 'refused' | 'opened';
  /** The record acted on; null for an act that names none. */
  readonly record: { readonly kind: string; readonly id: string; readonly words: string } | null;
  readonly pupil: string | null;
  /** The reason given, or why it was refused. */
  readonly why: string;
  readonly changed: readonly ChangedValue[];
}
