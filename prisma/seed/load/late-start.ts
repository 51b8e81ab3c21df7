/** Why a placement after an exclusion starts later than the sixth school day: whoever proposes it has to say. */
import { type SchoolDays, schoolDaysOf } from '@/lib/calendars/rules/school-days';
import { daysLate } from '@/lib/exclusions/rules/clock-status';
import { daySixDutyOfPermanentExclusion } from '@/lib/exclusions/rules/day-six-clock';
import type { Facts } from '../demonstration/facts';
import type { ExclusionFact, PlacementFact, PupilFact } from '../demonstration/pupil-facts';
import { AFTERNOON_BEGINS } from './exclusions';

export const LATE_REASON = 'The admission meeting could not be held earlier';

/** School days of the excluding school: its own calendar, else its authority's. */
export function calendarOf(facts: Facts): (exclusion: ExclusionFact) => SchoolDays {
  const known = new Map<string, SchoolDays>();
  return ({ authority, urn }) => {
    const own = facts.calendars.filter((each) => each.authority === authority);
    const calendar = own.find((each) => each.urn === urn) ?? own.find((each) => each.urn === null);
    if (!calendar) throw new RangeError(`${authority} has no calendar`);
    const key = `${authority} ${calendar.urn ?? ''}`;
    const days = known.get(key) ?? schoolDaysOf({ name: key, years: calendar.years, bankHolidays: facts.bankHolidays });
    known.set(key, days);
    return days;
  };
}

/** '' for a start in time, or where no clock runs. */
export function lateReasonOf(days: SchoolDays, exclusion: ExclusionFact, pupil: PupilFact, { firstOn }: Pick<PlacementFact, 'firstOn'>): string {
  if (exclusion.excludedAt === null) return '';
  const duty = daySixDutyOfPermanentExclusion(
    days, { excludedOn: exclusion.excludedOn, excludedAt: exclusion.excludedAt, afternoonSessionStartsAt: AFTERNOON_BEGINS },
    {
      bornOn: pupil.bornOn, yearGroup: pupil.yearGroup, publicExamsLeft: pupil.publicExamsLeft, ehcPlanHoursProvided: false,
      lookedAfter: pupil.lookedAfterByCode !== null, socialWorker: pupil.socialWorker,
    },
  );
  return duty.kind === 'clock' && (daysLate(days, duty.clock.dueOn, firstOn) ?? 0) > 0 ? LATE_REASON : '';
}
