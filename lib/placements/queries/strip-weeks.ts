import { addDays, type CalendarDate, minDate, mondayOf } from '@/lib/core/calendar-date';
import type { DateRange } from '@/lib/core/date-range';
import type { SiteOccupancy } from '../rules/capacity';
import { occupancyWeeks } from '../rules/occupancy-weeks';
import type { PlaceKind } from '../types';

/** One week of an occupancy strip as pages show it. */
export interface StripWeek {
  readonly firstOn: CalendarDate;
  readonly lastOn: CalendarDate;
  readonly schoolDays: number;
  /** Fewest free on any school day of the week, tenths of a place; below zero when more are placed than there are places. */
  readonly fewestFreeTenths: number;
  /** The same of the days asked for alone, in a week in which they begin or end; null when none of them is a school day. */
  readonly askedFewestFreeTenths?: number | null;
  /** Places of the kind, over-number included, on the week's first school day, in tenths. */
  readonly placesTenths: number;
}

/** The weeks from that of `firstOn` to the site's last school day known, for one kind of place; `asked` are the days asked for. */
export function stripWeeks(occupancy: SiteOccupancy, kind: PlaceKind, firstOn: CalendarDate, asked?: DateRange & { readonly lastOn: CalendarDate }): StripWeek[] {
  const lastOn = occupancy.schoolDays.at(-1);
  if (lastOn === undefined || lastOn < firstOn) return [];
  const series = occupancy.byKind[kind];
  const ofAsked = asked ? occupancyWeeks(occupancy, { kind, shareTenths: 10, firstOn: asked.firstOn, lastOn: minDate(asked.lastOn, lastOn) }) : [];
  const inPart = new Map(ofAsked.filter((_, index) => index === 0 || index === ofAsked.length - 1).map((week) => [week.mondayOn, week.leastFreeTenths]));
  return occupancyWeeks(occupancy, { kind, shareTenths: 10, firstOn: mondayOf(firstOn), lastOn }).map((week) => {
    const index = occupancy.schoolDays.findIndex((day) => day >= week.mondayOn);
    return {
      firstOn: week.mondayOn, lastOn: addDays(week.mondayOn, 4), schoolDays: week.schoolDays, fewestFreeTenths: week.leastFreeTenths ?? 0,
      ...(inPart.has(week.mondayOn) ? { askedFewestFreeTenths: inPart.get(week.mondayOn) ?? null } : {}),
      placesTenths: (series.placesTenths[index] ?? 0) + (series.overNumberTenths[index] ?? 0),
    };
  });
}
