import { addDays, type CalendarDate } from '@/lib/core/calendar-date';
import { contains, type Dated, type DateRange } from '@/lib/core/date-range';

/** What a school was in law, by days (GIAS type groups; R65a). */
export type SchoolType = Dated<{ readonly sector: 'maintained' | 'academy' | 'independent' | 'other' }>;

/** A day on which a school is not an academy, and what it is then; null where the record has no type for it. */
export interface NotAcademy {
  readonly on: CalendarDate;
  readonly sector: SchoolType['sector'] | null;
}

/**
 * The first day of a span on which a school is not an academy, or null when it is one throughout. An academy's
 * proprietor is a trust; a maintained school has a governing body and is in no trust.
 *
 * @param types the school's types, in any order; days that none covers are no academy's
 */
export function firstDayNotAcademy(types: readonly SchoolType[], span: DateRange): NotAcademy | null {
  let on = span.firstOn;
  for (;;) {
    const day = on;
    const type = types.find((one) => one.sector === 'academy' && contains(one, day));
    if (!type) return { on, sector: types.find((one) => contains(one, day))?.sector ?? null };
    if (type.lastOn === null || (span.lastOn !== null && type.lastOn >= span.lastOn)) return null;
    on = addDays(type.lastOn, 1);
  }
}
