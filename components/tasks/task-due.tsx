import { weekdayDateWords } from '@/components/ui/date-words';
import { StatusWord } from '@/components/ui/status-word';
import type { CalendarDate } from '@/lib/core/calendar-date';

/** When a task is due, with its tone. */
export function TaskDue({ dueOn, today }: { dueOn: CalendarDate; today: CalendarDate }) {
  if (dueOn < today) return <StatusWord tone="late">Was due {weekdayDateWords(dueOn, today)}</StatusWord>;
  return dueOn === today ? <StatusWord tone="due">Due today</StatusWord> : <StatusWord tone="quiet">{weekdayDateWords(dueOn, today)}</StatusWord>;
}
