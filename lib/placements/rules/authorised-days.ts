import { addDays, type CalendarDate } from '@/lib/core/calendar-date';
import type { PlaceKind } from '../types';

interface Days {
  readonly firstOn: CalendarDate;
  readonly lastOn: CalendarDate;
}

interface Span extends Days {
  readonly kind: PlaceKind;
}

/**
 * The first run of days asked for that an authorisation of places over number does not reach: all of them for another
 * kind of place; null when it reaches every day.
 */
export function daysNotAuthorised(wanted: Span, authorised: Span): Days | null {
  const isApart = authorised.kind !== wanted.kind || authorised.lastOn < wanted.firstOn || authorised.firstOn > wanted.lastOn;
  if (isApart) return { firstOn: wanted.firstOn, lastOn: wanted.lastOn };
  if (authorised.firstOn > wanted.firstOn) return { firstOn: wanted.firstOn, lastOn: addDays(authorised.firstOn, -1) };
  return authorised.lastOn < wanted.lastOn ? { firstOn: addDays(authorised.lastOn, 1), lastOn: wanted.lastOn } : null;
}
