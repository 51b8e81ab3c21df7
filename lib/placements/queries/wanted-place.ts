import type { Calendars } from '@/lib/calendars/store';
import { agreementYearOf } from '@/lib/calendars/rules/academic-year';
import { attemptCount } from '@/lib/calendars/rules/count-refused';
import { addDays, type CalendarDate, isCalendarDate, maxDate } from '@/lib/core/calendar-date';
import type { FieldProblem } from '@/lib/core/refusal';
import { usualPlaceKind } from '../counting';
import { defaultEnd } from '../rules/default-period';
import type { PlaceWanted } from '../rules/suitability-facts';
import { PLACE_KINDS, type Route } from '../types';
import type { DutyView } from '@/lib/exclusions/types';

/** The place asked for as the address says it; '' where it says nothing. */
export interface WantedAsked {
  readonly from: string;
  readonly to: string;
  readonly share: string;
  readonly kind: string;
}

export interface WantedPlace extends PlaceWanted {
  /** Why the end is proposed; null when somebody chose it. */
  readonly endReason: string | null;
}

export interface ReadWanted {
  readonly wanted: WantedPlace;
  readonly problems: readonly FieldProblem[];
}

interface About {
  readonly route: Route;
  readonly yearGroup: number;
  readonly wantedFrom: CalendarDate | null;
  /** The last day that the request names; null when it names none. */
  readonly wantedTo: CalendarDate | null;
  readonly shareTenths: number;
  readonly clock: DutyView;
}

/** The place asked for, with defaults where the address says nothing, and what is wrong with what it says. */
export function readWanted(calendars: Calendars, today: CalendarDate, about: About, asked: WantedAsked): ReadWanted {
  const problems: FieldProblem[] = [];
  const from = dateOr(asked.from, 'from', 'Start date', problems);
  const to = dateOr(asked.to, 'to', 'End date', problems);
  const firstOn = from ?? defaultStart(calendars, today, about);
  if (firstOn < today) problems.push({ field: 'from', message: 'Start date must be today or later' });
  const end = endFrom(calendars, firstOn, about);
  const lastOn = to ?? end.lastOn;
  if (lastOn < firstOn) problems.push({ field: 'to', message: 'End date must be the start date or later' });
  const share = asked.share === '' ? about.shareTenths : Number(asked.share);
  const isShare = Number.isInteger(share) && share >= 1 && share <= 10;
  if (!isShare) problems.push({ field: 'share', message: 'Share must be 1 to 10 tenths of full time' });
  return {
    wanted: {
      firstOn, lastOn, shareTenths: isShare ? share : about.shareTenths, kind: PLACE_KINDS.find((kind) => kind === asked.kind) ?? usualPlaceKind(about.route),
      startIsFixed: false, endReason: to === null ? end.reason : null,
    },
    problems,
  };
}

function dateOr(text: string, field: string, what: string, problems: FieldProblem[]): CalendarDate | null {
  if (text === '') return null;
  if (isCalendarDate(text)) return text;
  problems.push({ field, message: `${what} must be a real date, for example 27 3 2026` });
  return null;
}

/** The day the place is due or wanted, but never before the next school day. */
function defaultStart(calendars: Calendars, today: CalendarDate, about: About): CalendarDate {
  const due = about.clock.kind === 'clock' ? about.clock.clock.dueOn : about.wantedFrom;
  const next = attemptCount(() => calendars.forEstablishment(null).nthSchoolDayAfter(today, 1));
  const earliest = next.kind === 'counted' ? next.value : addDays(today, 1);
  return due === null ? earliest : maxDate(due, earliest);
}

function endFrom(calendars: Calendars, firstOn: CalendarDate, { yearGroup, wantedTo }: About): { lastOn: CalendarDate; reason: string | null } {
  const year = agreementYearOf(firstOn);
  const days = attemptCount(() => calendars.forEstablishment(null).schoolDaysBetween(year.firstOn, year.lastOn));
  const end = days.kind === 'counted' ? defaultEnd(firstOn, yearGroup, days.value, wantedTo) : null;
  return end ?? { lastOn: firstOn, reason: null };
}

