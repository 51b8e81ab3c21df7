import { randomBytes, randomUUID } from 'node:crypto';
import type { Actor, Role } from '@/lib/core/roles';
import type { Measure } from '@/lib/agreements/types';
import { CAL_25, CAL_26 } from '../calendars';
import type { TestDatabase } from '../test-database';
import { calendarRows } from './calendar-rows';
import { insertRows, type Row } from './insert-rows';

export const SCHOOLS = ['aston', 'brinsworth', 'dinnington', 'wales'] as const;
type School = (typeof SCHOOLS)[number];

export interface CouncilOptions {
  /** Places of South's quota; 17 unless told. */
  readonly quota?: number;
  readonly measure?: Measure;
  /** A school whose signature does not bind. */
  readonly unbound?: School;
  /** Stands on the demonstration's day, as a council of a running demonstration. */
  readonly isDemonstration?: boolean;
}

/** A signed-in person of each kind that the tests act as. */
export type StaffRole = Exclude<Role, 'public' | 'commissioner' | 'finance_officer' | 'provider' | 'forum_member' | 'board_member'>;

export interface Council {
  readonly database: TestDatabase;
  readonly id: string;
  readonly slug: string;
  readonly calendars: { readonly cal25: string; readonly cal26: string };
  readonly schools: Readonly<Record<School, string>>;
  readonly partnershipId: string;
  readonly agreementId: string;
  /** The PRU, and its head's provider. */
  readonly providerId: string;
  readonly staff: Readonly<Record<StaffRole, Actor>>;
}

/** An authority of one test's own: two calendar years, South's four schools with their agreement, a PRU's provider, people with roles. */
export async function buildAuthority(database: TestDatabase, options: CouncilOptions): Promise<Council> {
  const mark = randomBytes(6).toString('hex');
  const id = `T${mark}`;
  const slug = `t-${mark}`;
  const insert = (table: string, rows: readonly Row[]) => insertRows(database.owner, id, table, rows);
  await database.owner.query(
    `INSERT INTO authority (id, slug, name, council_name, la_code, contact_email, is_demonstration, demonstration_today)
     VALUES ($1, $2, 'Testshire', 'Testshire Council', '372', 'places@testshire.test', $3, $4)`,
    [id, slug, options.isDemonstration ?? false, options.isDemonstration ? '2026-03-02' : null],
  );
  const [cal25, cal26] = [calendarRows(CAL_25), calendarRows(CAL_26)];
  await insert('calendar_year', [...cal25.years, ...cal26.years]);
  await insert('calendar_term', [...cal25.terms, ...cal26.terms]);
  await insert('calendar_closed_days', [...cal25.closed, ...cal26.closed]);
  const schools = Object.fromEntries(SCHOOLS.map((school) => [school, randomUUID()])) as Record<School, string>;
  await insert('establishment', SCHOOLS.map((school, index) => ({
    id: schools[school], name: `${school.charAt(0).toUpperCase()}${school.slice(1)} School`, urn: String(130_001 + index), phase: 'secondary', low_age: 11, high_age: 16,
  })));
  const partnershipId = randomUUID();
  await insert('partnership', [{ id: partnershipId, slug: 'south', name: 'Rotherham South', phase: 'secondary', devolution_model: 'A', display_order: 1, first_on: '2024-09-01', version: 1 }]);
  await insert('partnership_member', SCHOOLS.map((school) => ({ id: randomUUID(), partnership_id: partnershipId, establishment_id: schools[school], first_on: '2024-09-01' })));
  const agreementId = randomUUID();
  await insert('agreement', [agreementRow(agreementId, partnershipId, schools.aston, cal25.id, options.measure ?? { kind: 'daily' })]);
  await insert('agreement_quota', [{ id: randomUUID(), agreement_id: agreementId, places: options.quota ?? 17, first_on: '2025-09-01', reason: '' }]);
  await insert('agreement_school', SCHOOLS.map((school) => ({
    id: randomUUID(), agreement_id: agreementId, establishment_id: schools[school], share_weight: 1, legally_binding: school !== options.unbound, party: 'Governing board',
    signatory: 'Chair of governors', executed_on: '2025-07-01', in_force_from: '2025-09-01', document: 'signed.pdf', version: 1,
  })));
  const providerId = randomUUID();
  await insert('provider', [{ id: providerId, name: 'Rowan Centre', kind: 'pru' }]);
  const staff = await staffOf(insert, { establishmentId: schools.aston, partnershipId, providerId });
  return { database, id, slug, calendars: { cal25: cal25.id, cal26: cal26.id }, schools, partnershipId, agreementId, providerId, staff };
}

function agreementRow(id: string, partnershipId: string, fundHolderId: string, calendarYearId: string, measure: Measure): Row {
  return {
    id, reference: 'AG-SOUTH', partnership_id: partnershipId, academic_year: '2025/26', terms_version: 1, first_on: '2025-09-01', last_on: '2026-08-31', pool_phase: 'secondary',
    weight_permanent_exclusion: 10, weight_dual_registered: 10, weight_authority_placed: 0, weight_ehc_named: 0, part_time: 'tenths', start_rule: 'first_day_counts',
    end_rule: 'last_day_counts', measure: measure.kind, allowance_place_days: measure.kind === 'yearly_allowance' ? measure.allowancePlaceDays : null,
    census_days: measure.kind === 'census_day' ? measure.censusDays : [], annual_pence: 1_800_000, basis_days: 190, payer: 'fund_holder_school', fund_holder_id: fundHolderId,
    charge_clause: 'clause 4', calendar_year_id: calendarYearId, withhold_unbound_share: true, version: 1,
  };
}

interface Scopes { readonly establishmentId: string; readonly partnershipId: string; readonly providerId: string }

async function staffOf(insert: (table: string, rows: readonly Row[]) => Promise<void>, scopes: Scopes): Promise<Record<StaffRole, Actor>> {
  const scopeOf = (role: StaffRole): Scopes | Record<keyof Scopes, null> => ({
    establishmentId: role === 'headteacher' ? scopes.establishmentId : null,
    partnershipId: role === 'partnership_lead' ? scopes.partnershipId : null,
    providerId: role === 'pru_head' ? scopes.providerId : null,
  }) as Scopes;
  const roles: readonly StaffRole[] = ['placement_officer', 'administrator', 'headteacher', 'partnership_lead', 'pru_head', 'auditor'];
  const actors = roles.map((role): Actor => ({
    personId: randomUUID(), name: role.replace('_', ' '), email: `${role.replace('_', '.')}@testshire.test`, roles: [{ role, ...scopeOf(role) }],
  }));
  await insert('person', actors.map((actor) => ({ id: actor.personId, name: actor.name, email: actor.email, version: 1 })));
  await insert('role_assignment', actors.flatMap((actor) => actor.roles.map((held) => ({
    id: randomUUID(), person_id: actor.personId, role: held.role, establishment_id: held.establishmentId, partnership_id: held.partnershipId,
    provider_id: held.providerId, first_on: '2024-09-01', version: 1,
  }))));
  return Object.fromEntries(roles.map((role, index) => [role, actors[index]])) as Record<StaffRole, Actor>;
}
