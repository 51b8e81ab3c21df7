import { loadCalendars } from '@/lib/calendars/store';
import { agreementYear, agreementYearOf } from '@/lib/calendars/rules/academic-year';
import { attemptCount } from '@/lib/calendars/rules/count-refused';
import { addDays } from '@/lib/core/calendar-date';
import type { ReadTx } from '@/lib/server/unit-of-work';
import type { SamePoint } from '../types';

/** Null when the authority has no calendar for today. School day 107 is 2 March 2026 and 3 March 2025. */
export async function samePoint(tx: ReadTx): Promise<SamePoint | null> {
  const days = (await loadCalendars(tx)).forEstablishment(null);
  const year = agreementYearOf(tx.today);
  const counted = attemptCount(() => days.schoolDayNumber(tx.today));
  if (counted.kind === 'refused') return null;
  const before = agreementYearOf(addDays(year.firstOn, -1)).label;
  const last = attemptCount(() => days.schoolDayByNumber(before, Math.max(1, counted.value)));
  const lastOn = last.kind === 'counted' ? last.value : null;
  return {
    number: counted.value, calendarName: days.calendar.name,
    thisYear: { label: year.label, firstOn: year.firstOn, lastOn: tx.today },
    lastYear: lastOn === null ? null : { label: before, firstOn: agreementYear(before).firstOn, lastOn },
  };
}
