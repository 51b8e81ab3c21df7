import { ageOn, type CalendarDate } from '@/lib/core/calendar-date';
import { conflict } from '@/lib/core/refusal';
import type { KeptSite } from '@/lib/providers/store';
import type { PupilRecord } from '@/lib/pupils/store';
import { type PupilStanding, type SiteStanding, standingStops } from './rules/stops';

/** A stored pupil as the standing stops look at them, on the first day wanted. */
export function pupilStanding(pupil: PupilRecord, firstOn: CalendarDate): PupilStanding {
  return { yearGroup: pupil.year_group, age: ageOn(pupil.born_on, firstOn), hasEhcPlan: pupil.sen_provision === 'E' };
}

/** A stored site as the standing stops look at it. */
export function siteStanding(site: KeptSite): SiteStanding {
  return {
    lowYear: site.low_year, highYear: site.high_year, ehcPlanOnly: site.provider_kind === 'special_school', openedOn: site.opened_on, closedOn: site.closed_on, suspended: [],
  };
}

/** Refuses a site that the options would not offer for its years, an EHC plan, or its opening: the same rule decides both. */
export function refuseUnsuitable(pupil: PupilRecord, site: KeptSite, firstOn: CalendarDate, lastOn: CalendarDate): void {
  const stops = standingStops(pupilStanding(pupil, firstOn), siteStanding(site), { firstOn, lastOn });
  if (stops.length > 0) throw conflict(`${site.name} cannot take this pupil on these days`, stops.map(({ words }) => words));
}
