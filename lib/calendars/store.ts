import { z } from 'zod';
import { addDays, type CalendarDate } from '@/lib/core/calendar-date';
import { jsonDate, textColumn, uuidColumn } from '@/lib/server/columns';
import { type KeptSource, type ReadTx, sql } from '@/lib/server/unit-of-work';
import { SHIPPED_BANK_HOLIDAYS } from './data/shipped-bank-holidays';
import { type SchoolDays, schoolDaysOf } from './rules/school-days';
import type { CalendarYear } from './types';

const range = { firstOn: jsonDate, lastOn: jsonDate };
const yearRow = z.object({
  id: uuidColumn, name: textColumn, version: z.number(), academicYear: textColumn, label: textColumn, isDefault: z.boolean(),
  terms: z.array(z.object({ name: z.string(), partOf: z.string().nullable().transform((part) => part ?? undefined), ...range })),
  closedDays: z.array(z.object({ kind: z.enum(['inset', 'closure']), reason: z.string(), ...range })),
  establishments: z.array(z.string()),
  sites: z.array(z.string()),
});

/** A calendar year with what the authority says about it. */
export type KeptCalendarYear = z.output<typeof yearRow> & CalendarYear;

/** Every calendar of an authority, and whose is whose. */
export interface Calendars {
  readonly years: readonly KeptCalendarYear[];
  /** School days of a school: its own years where it has any, else the authority's. Null asks for the authority's. */
  forEstablishment(establishmentId: string | null): SchoolDays;
  /** School days of a site by its calendar; days on which the site is closed are still among them. */
  forSite(siteId: string): SchoolDays;
  /** School days counted by one named year alone, as an agreement names it. */
  forYear(calendarYearId: string): SchoolDays;
  /** School days of the authority's own calendar before a date, as far back as its years are loaded. */
  daysBefore(date: CalendarDate): readonly CalendarDate[];
}

/** Every calendar of the authority: a handful of rows, kept while none changes. */
export function loadCalendars(tx: ReadTx): Promise<Calendars> {
  return tx.kept(CALENDARS);
}

const CALENDARS: KeptSource<Calendars> = { load: readCalendars };

async function readCalendars(tx: ReadTx): Promise<Calendars> {
  const years = await tx.rows(yearRow, sql`
    SELECT y.id, y.name, y.version, y.academic_year AS "academicYear", y.label, y.is_default AS "isDefault",
           coalesce((SELECT jsonb_agg(jsonb_build_object('name', t.name, 'partOf', t.part_of, 'firstOn', t.first_on, 'lastOn', t.last_on) ORDER BY t.first_on)
                       FROM calendar_term t WHERE t.authority_id = y.authority_id AND t.calendar_year_id = y.id), '[]') AS terms,
           coalesce((SELECT jsonb_agg(jsonb_build_object('kind', c.kind, 'reason', c.reason, 'firstOn', c.first_on, 'lastOn', c.last_on) ORDER BY c.first_on)
                       FROM calendar_closed_days c WHERE c.authority_id = y.authority_id AND c.calendar_year_id = y.id), '[]') AS "closedDays",
           ARRAY(SELECT u.establishment_id::text FROM calendar_use u
                  WHERE u.authority_id = y.authority_id AND u.calendar_year_id = y.id AND u.establishment_id IS NOT NULL) AS establishments,
           ARRAY(SELECT u.site_id::text FROM calendar_use u
                  WHERE u.authority_id = y.authority_id AND u.calendar_year_id = y.id AND u.site_id IS NOT NULL) AS sites
      FROM calendar_year y ORDER BY y.academic_year, y.name`);
  const daysOf = (name: string, chosen: readonly CalendarYear[]): SchoolDays =>
    schoolDaysOf({ name, years: chosen, bankHolidays: SHIPPED_BANK_HOLIDAYS });
  const defaults = years.filter((year) => year.isDefault);
  const authorityDays = daysOf(defaults[0]?.label || "The authority's calendar", defaults);
  const ownDays = (own: readonly KeptCalendarYear[]): SchoolDays => {
    if (own.length === 0) return authorityDays;
    const covered = new Set(own.map((year) => year.academicYear));
    return daysOf(own[0]?.name ?? '', [...own, ...defaults.filter((year) => !covered.has(year.academicYear))]);
  };
  const kept = new Map<string, SchoolDays>();
  const keep = (key: string, make: () => SchoolDays): SchoolDays => {
    const days = kept.get(key) ?? make();
    kept.set(key, days);
    return days;
  };
  const authorityStartsOn = defaults.flatMap((year) => year.terms.map((term) => term.firstOn)).sort()[0];
  return {
    years,
    daysBefore: (date) => (authorityStartsOn === undefined ? [] : authorityDays.schoolDaysBetween(authorityStartsOn, addDays(date, -1))),
    forEstablishment: (id) => id === null ? authorityDays : keep(`e${id}`, () => ownDays(years.filter((year) => year.establishments.includes(id)))),
    forSite: (id) => keep(`s${id}`, () => ownDays(years.filter((year) => year.sites.includes(id)))),
    forYear: (id) => keep(`y${id}`, () => {
      const year = years.find((one) => one.id === id);
      if (!year) throw new RangeError('The calendar is not one of this authority');
      return daysOf(year.name, [year]);
    }),
  };
}
