import { addDays, type CalendarDate, mondayOf } from '@/lib/core/calendar-date';
import type { PlaceKind } from '../types';
import { freeTenthsAt, type SiteOccupancy } from './capacity';
import { spanOf } from './day-index';

/** One week of the occupancy strip. */
export interface OccupancyWeek {
  readonly mondayOn: CalendarDate;
  /** School days of the site in the week and the period; 0 in a week in which it is closed. */
  readonly schoolDays: number;
  /** The least that is free on any of them, in tenths; null in a week without school days. */
  readonly leastFreeTenths: number | null;
  /** School days on which the share asked for is not free. */
  readonly daysWithoutRoom: number;
  /** `over`: more is taken than there is on some day. `full`: no day has room. `part`: some days have. */
  readonly state: 'closed' | 'free' | 'part' | 'full' | 'over';
}

/**
 * The weeks from that of `firstOn` to that of `lastOn`, each from its Monday, for a strip that shows where a
 * share of a place is free. Weeks without a school day of the site are shown as closed.
 */
export function occupancyWeeks(
  occupancy: SiteOccupancy,
  wanted: { readonly kind: PlaceKind; readonly shareTenths: number; readonly firstOn: CalendarDate; readonly lastOn: CalendarDate },
): OccupancyWeek[] {
  const weeks: OccupancyWeek[] = [];
  for (let mondayOn = mondayOf(wanted.firstOn); mondayOn <= wanted.lastOn; mondayOn = addDays(mondayOn, 7)) {
    const firstOn = mondayOn < wanted.firstOn ? wanted.firstOn : mondayOn;
    const sundayOn = addDays(mondayOn, 6);
    const span = spanOf(occupancy.schoolDays, firstOn, sundayOn > wanted.lastOn ? wanted.lastOn : sundayOn);
    const free = span ? Array.from({ length: span.to - span.from + 1 }, (_, offset) => freeTenthsAt(occupancy, wanted.kind, span.from + offset)) : [];
    weeks.push(weekOf(mondayOn, free, wanted.shareTenths));
  }
  return weeks;
}

function weekOf(mondayOn: CalendarDate, free: readonly number[], shareTenths: number): OccupancyWeek {
  if (free.length === 0) return { mondayOn, schoolDays: 0, leastFreeTenths: null, daysWithoutRoom: 0, state: 'closed' };
  const leastFreeTenths = Math.min(...free);
  const daysWithoutRoom = free.filter((tenths) => tenths < shareTenths).length;
  const state = leastFreeTenths < 0 ? 'over' : daysWithoutRoom === 0 ? 'free' : daysWithoutRoom === free.length ? 'full' : 'part';
  return { mondayOn, schoolDays: free.length, leastFreeTenths, daysWithoutRoom, state };
}
