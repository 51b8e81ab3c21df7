import type { Calendars } from '@/lib/calendars/store';
import { daySixDutyOfPermanentExclusion } from '@/lib/exclusions/rules/day-six-clock';
import type { ExclusionFact } from './types';

/** Why the day-6 clock of an exclusion cannot be counted on the school's calendar, or null when it can. */
export function countOf(calendars: Calendars, fact: ExclusionFact): string | null {
  const duty = daySixDutyOfPermanentExclusion(
    calendars.forEstablishment(fact.schoolId),
    // The school's own answer decides whether the day counts, not the hour.
    { excludedOn: fact.excludedOn, excludedAt: fact.excludedAt, afternoonSessionStartsAt: fact.afternoonBegan ? fact.excludedAt : '23:59' },
    {
      bornOn: fact.pupil.bornOn, yearGroup: fact.pupil.yearGroup, publicExamsLeft: null, ehcPlanHoursProvided: false, lookedAfter: fact.pupil.lookedAfterBy !== null,
      socialWorker: fact.pupil.hasSocialWorker === true,
    },
  );
  return duty.kind === 'refused' ? duty.message : null;
}
