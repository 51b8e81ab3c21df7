import { addDays, type CalendarDate } from '@/lib/core/calendar-date';
import { dateInWords } from '@/lib/core/date-words';

interface Drafted {
  readonly isPosted: boolean;
  readonly draftUntil: CalendarDate;
  readonly needsSecond: boolean;
  readonly draftedBy: string;
}

/** Why a person may not post a run today, in a sentence; null when they may. */
export function whyNotPosted(run: Drafted, personId: string, today: CalendarDate): string | null {
  if (run.isPosted) return 'This charge is posted already';
  if (today <= run.draftUntil) return `Partnerships can query the draft until ${dateInWords(run.draftUntil)}. It can be posted from ${dateInWords(addDays(run.draftUntil, 1))}`;
  if (run.needsSecond && run.draftedBy === personId) return 'You drew this charge up, and its sum is at or above the limit for two people. Somebody else in finance posts it';
  return null;
}
