import { calendarDate } from '@/lib/core/calendar-date';
import type { DutyFacts, ExclusionMoment } from '@/lib/exclusions/types';

/** An exclusion at a school whose afternoon session begins at 13:15. */
export function excluded(excludedOn: string, excludedAt = '10:00'): ExclusionMoment {
  return { excludedOn: calendarDate(excludedOn), excludedAt, afternoonSessionStartsAt: '13:15' };
}

/** A Year 9 pupil with nothing that changes a clock. */
export function dutyFacts(over: Partial<DutyFacts> = {}): DutyFacts {
  return {
    bornOn: calendarDate('2012-03-15'), yearGroup: 9, publicExamsLeft: null, ehcPlanHoursProvided: false,
    lookedAfter: false, socialWorker: false, ...over,
  };
}
