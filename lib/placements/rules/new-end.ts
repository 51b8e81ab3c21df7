import type { CalendarDate } from '@/lib/core/calendar-date';
import { dateInWords, weekdayDateInWords } from '@/lib/core/date-words';

/** Why a planned end cannot move to a day: it stands there already, or the day has passed or lies before the start. Null when it can. */
export function whyNotNewEnd(placement: { readonly first_on: CalendarDate; readonly last_on: CalendarDate }, lastOn: CalendarDate, today: CalendarDate): string | null {
  if (lastOn === placement.last_on) return `The placement ends on ${weekdayDateInWords(lastOn)} already: enter another day`;
  if (lastOn < placement.first_on) return `New end date must be ${dateInWords(placement.first_on)}, the first day, or later`;
  if (lastOn < today && lastOn < placement.last_on) return 'New end date must be today or later. For a pupil who has left, use End';
  return null;
}
