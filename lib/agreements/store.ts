import { z } from 'zod';
import { type Calendars, loadCalendars } from '@/lib/calendars/store';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { pence } from '@/lib/core/pence';
import { dateColumn, datesColumn, jsonDate, penceColumn, textColumn, uuidColumn } from '@/lib/server/columns';
import { type KeptSource, type ReadTx, sql } from '@/lib/server/unit-of-work';
import { PAYERS } from './input';
import type { AgreementSchool, AgreementTerms, Measure } from './types';

const dated = z.object({ firstOn: jsonDate, lastOn: jsonDate.nullable() });
const agreementRow = z.object({
  id: uuidColumn, reference: textColumn, terms_version: z.number(), partnership_id: uuidColumn, partnership_name: textColumn, partnership_slug: textColumn,
  academic_year: textColumn, first_on: dateColumn, last_on: dateColumn, pool_phase: z.enum(['primary', 'secondary']),
  weight_permanent_exclusion: z.number(), weight_dual_registered: z.number(), weight_authority_placed: z.number(), weight_ehc_named: z.number(),
  part_time: z.enum(['tenths', 'heads']), start_rule: z.enum(['first_day_counts', 'day_after_counts']), end_rule: z.enum(['last_day_counts', 'last_day_free']),
  measure: z.enum(['daily', 'yearly_allowance', 'census_day', 'annual_average']), allowance_place_days: z.number().nullable(), census_days: datesColumn,
  annual_pence: penceColumn, basis_days: z.number(), payer: z.enum(PAYERS),
  fund_holder_id: uuidColumn.nullable(), fund_holder_trust_id: uuidColumn.nullable(), fund_holder_name: textColumn.nullable(), charge_clause: textColumn, calendar_year_id: uuidColumn, calendar_name: textColumn,
  withhold_unbound_share: z.boolean(), version: z.number(),
  quota: z.array(dated.extend({ places: z.number() })),
  members: z.array(dated.extend({ schoolId: z.string() })),
  schools: z.array(z.object({
    schoolId: z.string(), shareWeight: z.number(), legallyBinding: z.boolean(), executedOn: jsonDate.nullable(),
    inForceFrom: jsonDate.nullable(), inForceTo: jsonDate.nullable(),
  })),
});

/** An agreement with the names that pages put beside its terms. */
export interface KeptAgreement {
  readonly terms: AgreementTerms;
  readonly partnershipName: string;
  readonly partnershipSlug: string;
  /** The school or the trust that holds the fund and pays, as `terms.payer` says; null where neither does. */
  readonly fundHolderId: string | null;
  readonly fundHolderName: string | null;
  readonly calendarName: string;
  readonly version: number;
}

/** The latest version of every agreement whose days include one of the dates from `firstOn` to `lastOn`, by partnership. */
export async function loadAgreements(tx: ReadTx, firstOn: CalendarDate, lastOn: CalendarDate): Promise<KeptAgreement[]> {
  const all = await tx.kept(AGREEMENTS);
  return all.filter(({ terms }) => terms.firstOn <= lastOn && terms.lastOn >= firstOn);
}

const AGREEMENTS: KeptSource<readonly KeptAgreement[]> = { load: readAgreements };

async function readAgreements(tx: ReadTx): Promise<readonly KeptAgreement[]> {
  const calendars = await loadCalendars(tx);
  const found = await tx.rows(agreementRow, sql`
    SELECT a.*, p.name AS partnership_name, p.slug AS partnership_slug, coalesce(f.name, h.name) AS fund_holder_name, y.name AS calendar_name,
           coalesce((SELECT jsonb_agg(jsonb_build_object('places', q.places, 'firstOn', q.first_on, 'lastOn', q.last_on) ORDER BY q.first_on)
                       FROM agreement_quota q WHERE q.authority_id = a.authority_id AND q.agreement_id = a.id), '[]') AS quota,
           coalesce((SELECT jsonb_agg(jsonb_build_object('schoolId', m.establishment_id, 'firstOn', m.first_on, 'lastOn', m.last_on) ORDER BY m.first_on)
                       FROM partnership_member m WHERE m.authority_id = a.authority_id AND m.partnership_id = a.partnership_id), '[]') AS members,
           coalesce((SELECT jsonb_agg(jsonb_build_object('schoolId', s.establishment_id, 'shareWeight', s.share_weight, 'legallyBinding', s.legally_binding,
                              'executedOn', s.executed_on, 'inForceFrom', s.in_force_from, 'inForceTo', s.in_force_to))
                       FROM agreement_school s WHERE s.authority_id = a.authority_id AND s.agreement_id = a.id), '[]') AS schools
      FROM agreement a
      JOIN partnership p ON p.authority_id = a.authority_id AND p.id = a.partnership_id
      JOIN calendar_year y ON y.authority_id = a.authority_id AND y.id = a.calendar_year_id
      LEFT JOIN establishment f ON f.authority_id = a.authority_id AND f.id = a.fund_holder_id
      LEFT JOIN trust h ON h.authority_id = a.authority_id AND h.id = a.fund_holder_trust_id
     WHERE a.terms_version = (SELECT max(b.terms_version) FROM agreement b
                               WHERE b.authority_id = a.authority_id AND b.partnership_id = a.partnership_id AND b.academic_year = a.academic_year)
     ORDER BY p.display_order, p.name, a.academic_year`);
  return found.map((row) => keptAgreement(row, calendars));
}

function keptAgreement(row: z.output<typeof agreementRow>, calendars: Calendars): KeptAgreement {
  const terms: AgreementTerms = {
    id: row.id, reference: row.reference, version: row.terms_version, partnershipId: row.partnership_id, academicYear: row.academic_year,
    firstOn: row.first_on, lastOn: row.last_on, phase: row.pool_phase, quota: row.quota,
    counting: {
      weightTenths: {
        permanent_exclusion: row.weight_permanent_exclusion, dual_registered: row.weight_dual_registered,
        authority_placed: row.weight_authority_placed, ehc_named: row.weight_ehc_named,
      },
      partTime: row.part_time, start: row.start_rule, end: row.end_rule,
    },
    measure: measureOf(row), annualPence: pence(row.annual_pence), basisDays: row.basis_days, payer: row.payer, chargeClause: row.charge_clause,
    schoolDays: calendars.forYear(row.calendar_year_id).schoolDaysBetween(row.first_on, row.last_on),
    earlierSchoolDays: calendars.daysBefore(row.first_on),
    withholdUnboundShare: row.withhold_unbound_share, schools: schoolsOf(row),
  };
  return {
    terms, partnershipName: row.partnership_name, partnershipSlug: row.partnership_slug, fundHolderId: row.fund_holder_id ?? row.fund_holder_trust_id,
    fundHolderName: row.fund_holder_name, calendarName: row.calendar_name, version: row.version,
  };
}

function measureOf(row: z.output<typeof agreementRow>): Measure {
  switch (row.measure) {
    case 'yearly_allowance': return { kind: 'yearly_allowance', allowancePlaceDays: row.allowance_place_days ?? 0 };
    case 'census_day': return { kind: 'census_day', censusDays: row.census_days };
    default: return { kind: row.measure };
  }
}

/** Every member, and every school that signed; a signature binds from the later of its execution and its first day in force (R59b). */
function schoolsOf(row: z.output<typeof agreementRow>): AgreementSchool[] {
  const ids = [...new Set([...row.members, ...row.schools].map((one) => one.schoolId))].sort();
  return ids.map((schoolId) => {
    const signed = row.schools.find((one) => one.schoolId === schoolId);
    const binds = signed?.legallyBinding && signed.executedOn !== null && signed.inForceFrom !== null;
    return {
      schoolId,
      membership: row.members.filter((one) => one.schoolId === schoolId).map(({ firstOn, lastOn }) => ({ firstOn, lastOn })),
      binding: binds && signed.executedOn && signed.inForceFrom
        ? [{ firstOn: signed.executedOn > signed.inForceFrom ? signed.executedOn : signed.inForceFrom, lastOn: signed.inForceTo }]
        : [],
      shareWeight: signed?.shareWeight ?? 1,
    };
  });
}
