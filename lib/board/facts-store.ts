import { z } from 'zod';
import { agreementYearOf } from '@/lib/calendars/rules/academic-year';
import { triggerTerms } from '@/lib/calendars/rules/term-periods';
import { attemptCount } from '@/lib/calendars/rules/count-refused';
import { type Calendars, loadCalendars } from '@/lib/calendars/store';
import { addDays, type CalendarDate } from '@/lib/core/calendar-date';
import { placementsAt } from '@/lib/placements/stood-store';
import { boolColumn, dateColumn, textColumn, uuidColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';
import type { DayFacts } from './rules/figure-days';
import type { StayFacts } from './rules/stays';

/** Longer than any holiday. */
const LONGEST_HOLIDAY = 60;

/** Terms and school days of the authority's own calendar. */
export async function loadDayFacts(tx: ReadTx): Promise<DayFacts & { readonly calendars: Calendars }> {
  const calendars = await loadCalendars(tx);
  const days = calendars.forEstablishment(null);
  const terms = calendars.years.filter((year) => year.isDefault)
    .flatMap((year) => triggerTerms(year).map((term) => ({ ...term, label: `${term.name} ${year.academicYear}` })))
    .sort((a, b) => (a.firstOn < b.firstOn ? -1 : 1));
  return {
    calendars, terms,
    schoolDayBefore: (day) => {
      const lastFrom = (from: CalendarDate): CalendarDate | null => {
        const found = attemptCount(() => days.schoolDaysBetween(from, day).at(-1) ?? null);
        return found.kind === 'counted' ? found.value : null;
      };
      // The year before may not be loaded; it is asked only where this one has no school day yet.
      return lastFrom(agreementYearOf(day).firstOn) ?? lastFrom(addDays(day, -LONGEST_HOLIDAY));
    },
  };
}

const phase = z.enum(['primary', 'secondary']);
const range = { firstOn: dateColumn, lastOn: dateColumn.nullable() };

/**
 * Everything that the calculations on pupils in places read: pupils by their id, never by name. Placements are as they stood
 * at a moment, from their events, or as they stand where it is null.
 */
export async function loadStayFacts(tx: ReadTx, until: Date | null = null): Promise<StayFacts> {
  const placements = placementsAt(until);
  return {
    partnerships: await tx.rows(z.object({ id: uuidColumn, name: textColumn, phase }), sql`
      SELECT id, name, phase FROM partnership WHERE first_on <= ${tx.today}::date AND (last_on IS NULL OR last_on >= ${tx.today}::date) ORDER BY display_order, name`),
    memberships: await tx.rows(z.object({ partnershipId: uuidColumn, schoolId: uuidColumn, ...range }), sql`
      SELECT partnership_id AS "partnershipId", establishment_id AS "schoolId", first_on AS "firstOn", last_on AS "lastOn" FROM partnership_member`),
    stays: await tx.rows(z.object({
      pupilId: uuidColumn, siteId: uuidColumn, phase, schoolId: uuidColumn.nullable(), providerId: uuidColumn, providerKind: textColumn, providerSchoolId: uuidColumn.nullable(),
      firstOn: dateColumn, lastOn: dateColumn, hasLeft: boolColumn, tenths: z.number(),
    }), sql`
      SELECT p.pupil_id AS "pupilId", p.site_id AS "siteId", CASE WHEN u.year_group >= 7 THEN 'secondary' ELSE 'primary' END AS phase, p.attributed_establishment_id AS "schoolId",
             v.id AS "providerId", v.kind AS "providerKind", v.establishment_id AS "providerSchoolId", p.first_on AS "firstOn", p.last_on AS "lastOn", p.state = 'left' AS "hasLeft", p.share_tenths AS tenths
        FROM ${placements} p
        JOIN pupil u ON u.authority_id = p.authority_id AND u.id = p.pupil_id
        JOIN site s ON s.authority_id = p.authority_id AND s.id = p.site_id
        JOIN provider v ON v.authority_id = s.authority_id AND v.id = s.provider_id
       WHERE p.state IN ('started', 'left')`),
    excluded: await tx.rows(z.object({ pupilId: uuidColumn, phase, schoolId: uuidColumn.nullable(), ...range }), sql`
      SELECT x.pupil_id AS "pupilId", x.phase, x.establishment_id AS "schoolId", x.excluded_on AS "firstOn", r.closed_on AS "lastOn"
        FROM permanent_exclusion x JOIN referral r ON r.authority_id = x.authority_id AND r.exclusion_id = x.id
       WHERE x.withdrawn_at IS NULL AND x.state IN ('recorded', 'upheld')`),
    boughtBySchools: await tx.rows(z.object({ providerId: uuidColumn, ...range }), sql`
      SELECT provider_id AS "providerId", first_on AS "firstOn", last_on AS "lastOn" FROM commissioned_places WHERE bought_by = 'schools' AND places > 0`),
    mainstream: await tx.rows(z.object({ pupilId: uuidColumn, ...range }), sql`
      SELECT r.pupil_id AS "pupilId", r.first_on AS "firstOn", r.last_on AS "lastOn" FROM roll_entry r
        JOIN establishment e ON e.authority_id = r.authority_id AND e.id = r.establishment_id
       WHERE r.status = 'main' AND e.phase IN ('primary', 'secondary', 'all_through')`),
  };
}
