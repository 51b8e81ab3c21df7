import type { CalendarDate } from '@/lib/core/calendar-date';
import { dateInWords } from '@/lib/core/date-words';

interface DayInTheWay { readonly on: CalendarDate; readonly references: readonly string[] }

/** Days on which more is taken than there are places, as lines people read: runs of days with the placements in the way. */
export function daysInTheWay(days: readonly DayInTheWay[]): string[] {
  const lines: { from: CalendarDate; to: CalendarDate; references: string }[] = [];
  for (const day of days) {
    const references = day.references.join(', ');
    const last = lines.at(-1);
    if (last?.references === references) last.to = day.on;
    else lines.push({ from: day.on, to: day.on, references });
  }
  return lines.map(({ from, to, references }) => `${from === to ? dateInWords(from) : `${dateInWords(from)} to ${dateInWords(to)}`}: ${references}`);
}
