import type { CalendarDate } from '@/lib/core/calendar-date';

/** Counts of a report: null reads as [c]. */
export interface SiteShown {
  readonly name: string;
  readonly agreed: number | null;
  readonly places: number;
  readonly pupils: number | null;
  readonly usedTenths: number | null;
  readonly freeTenths: number | null;
}

export interface SiteGroupShown {
  readonly group: string;
  readonly sites: readonly SiteShown[];
  readonly total: SiteShown;
}

export interface QuotaShown {
  readonly name: string;
  readonly quotaTenths: number;
  readonly usedTenths: number | null;
  readonly freeTenths: number | null;
}

export interface YearPairShown {
  readonly name: string;
  readonly thisYear: number | null;
  readonly lastYear: number | null;
}

export interface StartsShown {
  readonly byDaySix: number | null;
  readonly later: number | null;
  readonly waitingOverdue: number | null;
  readonly waitingInTime: number | null;
  readonly total: number | null;
  readonly median: number | null;
}

interface YearToDate {
  readonly label: string;
  readonly lastOn: CalendarDate;
}

export interface ReportShown {
  readonly on: CalendarDate;
  readonly point: { readonly number: number; readonly calendarName: string; readonly thisYear: YearToDate; readonly lastYear: YearToDate | null } | null;
  readonly commissioned: number | null;
  readonly sites: readonly SiteGroupShown[];
  readonly quotas: readonly QuotaShown[];
  readonly quotaTotal: QuotaShown | null;
  readonly quotaOn: CalendarDate | null;
  readonly exclusions: readonly YearPairShown[];
  readonly outside: readonly YearPairShown[];
  readonly recorded: YearPairShown;
  readonly upheld: YearPairShown;
  readonly change: string | null;
  readonly starts: StartsShown | null;
  readonly suppressed: boolean;
}
