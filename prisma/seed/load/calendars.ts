/** The authority's calendar, year by year, and the years in which a school keeps its own. */
import type { CalendarYear } from '@/lib/calendars/types';
import type { CalendarFact } from '../demonstration/facts';
import type { AuthorityLoad } from './authority-load';

/** Years a school keeps as the authority does are left to the authority's calendar. */
function ownYears(calendar: CalendarFact, authority: CalendarFact): readonly CalendarYear[] {
  const content = (year: CalendarYear | undefined): string =>
    JSON.stringify([year?.terms.map((term) => [term.name, term.firstOn, term.lastOn]), year?.closedDays]);
  return calendar.years.filter((year) => content(year) !== content(authority.years.find((each) => each.academicYear === year.academicYear)));
}

export async function loadCalendars(load: AuthorityLoad): Promise<void> {
  const calendars = load.own(load.facts.calendars);
  const authority = calendars.find((each) => each.urn === null);
  if (!authority) throw new RangeError(`${load.authority.name} has no calendar`);
  const kept = calendars.flatMap((calendar) => {
    const { urn } = calendar;
    const years = urn === null ? calendar.years : ownYears(calendar, authority);
    return years.map((year) => ({
      year, urn, why: calendar.why, label: calendar.label, id: load.id('calendar_year', calendar.slug, year.academicYear),
      name: urn === null ? year.name : `${year.name}, ${load.school(urn).name}`,
    }));
  });
  await load.insert('calendar_year', kept.map(({ id, name, urn, label, year }) => ({
    id, name, academic_year: year.academicYear, label, is_default: urn === null, version: year.version,
  })));
  await load.insert('calendar_term', kept.flatMap(({ id, year }) => year.terms.map((term) => ({
    id: load.id('calendar_term', id, term.firstOn), calendar_year_id: id, name: term.name, part_of: term.partOf ?? null, first_on: term.firstOn, last_on: term.lastOn,
  }))));
  await load.insert('calendar_closed_days', kept.flatMap(({ id, year }) => year.closedDays.map((closed) => ({
    id: load.id('calendar_closed_days', id, closed.firstOn), calendar_year_id: id, kind: closed.kind,
    first_on: closed.firstOn, last_on: closed.lastOn, reason: closed.reason,
  }))));
  await load.insert('calendar_use', kept.filter(({ urn }) => urn !== null).map(({ id, urn }) => ({
    id: load.id('calendar_use', id), calendar_year_id: id, establishment_id: load.establishmentId(urn), site_id: null,
  })));
}
