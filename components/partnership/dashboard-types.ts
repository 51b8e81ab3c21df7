import type { CalendarDate } from '@/lib/core/calendar-date';
import type { Pence } from '@/lib/core/pence';
import type { QuotaMeasure } from '@/components/places/quota-measure';
import type { PlannedStart } from '@/components/places/quota-words';

/** What the pieces of a partnership's dashboard are handed; tenths are of a place, or of a place-day where said. */
export interface DashboardPoint {
  readonly on: CalendarDate;
  readonly actualTenths: number | null;
  readonly plannedTenths: number | null;
  readonly quotaTenths: number;
}

export interface OverQuotaShown {
  /** Tenths of a place-day. */
  readonly tenths: number;
  readonly cost: Pence;
  readonly working: string;
}

export interface CountsShown {
  readonly kind: string;
  readonly own: number;
  readonly formerlyOwn: number;
  readonly others: number;
}

export interface WarningShown {
  readonly freeTenths: number;
  readonly goesOver: { readonly firstOn: CalendarDate; readonly lastOn: CalendarDate; readonly schoolDays: number; readonly peakTenths: number } | null;
  readonly returns: readonly { readonly on: CalendarDate; readonly pupils: number; readonly tenths: number }[];
  readonly lastSchoolDay: CalendarDate;
  readonly elsewhere: readonly { readonly name: string; readonly freeTenths: number }[];
}

export interface DashboardShown {
  readonly slug: string;
  readonly name: string;
  readonly academicYear: string;
  readonly calendarName: string;
  readonly measure: string;
  readonly today: CalendarDate;
  readonly on: CalendarDate;
  readonly quota: {
    readonly usedTenths: number; readonly quotaTenths: number; readonly on: CalendarDate; readonly today: CalendarDate; readonly planned: readonly PlannedStart[]; readonly measure: QuotaMeasure;
  };
  readonly withheld: string | null;
  readonly unbound: readonly string[];
  readonly awaitedTenths: number;
  readonly points: readonly DashboardPoint[];
  readonly counts: readonly CountsShown[];
  readonly soFar: OverQuotaShown;
  readonly soFarWords: string;
  readonly asPlanned: OverQuotaShown;
  readonly ifNobodyLeaves: OverQuotaShown;
  readonly payer: { readonly question: string; readonly answer: string };
  readonly warning: WarningShown | null;
}
