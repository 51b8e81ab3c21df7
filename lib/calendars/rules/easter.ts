import { type CalendarDate, addDays, calendarDate } from '@/lib/core/calendar-date';

/** Easter Sunday of a year in the Gregorian calendar (the anonymous computus, as Butcher printed it in 1876). */
export function easterSunday(year: number): CalendarDate {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const [d, e] = [Math.floor(b / 4), b % 4];
  const g = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const l = (32 + 2 * e + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const marchDays = h + l - 7 * m + 22;
  return addDays(calendarDate(`${year}-03-01`), marchDays - 1);
}

export function easterMonday(year: number): CalendarDate {
  return addDays(easterSunday(year), 1);
}
