import { type CalendarDate, londonDateOf, londonInstant, londonTimeOf } from '@/lib/core/calendar-date';

/** The one place that reads the machine's clock. */
export interface Clock {
  readonly now: Date;
  readonly today: CalendarDate;
}

/**
 * The clock of an authority: the real one, or the demonstration's date at the real time of day in London
 * (so that decisions made one after another keep their order and "ten minutes" are ten minutes).
 */
export function clockFor(demonstrationToday: CalendarDate | null): Clock {
  const real = new Date();
  if (demonstrationToday === null) return { now: real, today: londonDateOf(real) };
  const seconds = real.getUTCSeconds() * 1000 + real.getUTCMilliseconds();
  const now = new Date(londonInstant(demonstrationToday, londonTimeOf(real)).getTime() + seconds);
  return { now, today: demonstrationToday };
}

export function realToday(): CalendarDate {
  return londonDateOf(new Date());
}
