import type { CalendarDate } from '@/lib/core/calendar-date';
import { dateInWords } from '@/lib/core/date-words';
import { compulsorySchoolAge } from '@/lib/pupils/rules/compulsory-school-age';
import type { DutyFacts, NoDutyReason } from '../types';

export interface NoDuty {
  readonly because: NoDutyReason;
  readonly words: string;
}

/**
 * R36c: why there is no duty to arrange education from day 6, or null when there is one. Age is
 * judged on the day the education would be due. Not knowing how many exams are left leaves the duty.
 */
export function noDaySixDuty(facts: DutyFacts, dueOn: CalendarDate): NoDuty | null {
  if (facts.yearGroup === 11 && facts.publicExamsLeft === 0) {
    return { because: 'no_public_exam_left', words: 'No duty from day 6: in Year 11 with no public examination left this year' };
  }
  if (facts.ehcPlanHoursProvided) {
    return {
      because: 'ehc_plan_hours_provided',
      words: 'No duty from day 6: the EHC plan specifies fewer hours, and the authority provides them',
    };
  }
  const age = compulsorySchoolAge(facts.bornOn);
  if (dueOn >= age.beginsOn && dueOn <= age.lastOn) return null;
  const when = dueOn < age.beginsOn ? `begins on ${dateInWords(age.beginsOn)}` : `ended on ${dateInWords(age.lastOn)}`;
  return {
    because: 'not_compulsory_school_age',
    words: `No duty from day 6, only a power: compulsory school age ${when}`,
  };
}
