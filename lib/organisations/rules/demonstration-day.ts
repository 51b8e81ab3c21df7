import { calendarDate } from '@/lib/core/calendar-date';

/** The day on which the demonstration begins, and to which it can be set back: a Monday. */
export const DEMONSTRATION_BEGINS_ON = calendarDate('2026-03-02');
