/** One authority of twelve partnerships with three thousand placements, of which some in each partnership are over its quota. */
import { randomUUID } from 'node:crypto';
import type { Actor } from '@/lib/core/roles';
import { calendarDate } from '@/lib/core/calendar-date';
import { buildAuthority, type Council } from '@/tests/support/builders/authority';
import { buildFinance } from '@/tests/support/builders/finance';
import { asOwner } from '@/tests/support/builders/insert-rows';
import { buildSite } from '@/tests/support/builders/places';
import { buildPlacements, buildWaiting } from '@/tests/support/builders/pupils';
import type { TestDatabase } from '@/tests/support/test-database';

export const PARTNERSHIPS = 12;
export const PLACEMENTS = 3_000;
/** Places of each partnership; a partnership has 250 placements by the end of October. */
const QUOTA = 240;
const STARTS = ['2025-09-03', '2025-09-22', '2025-10-06', '2025-10-13', '2025-10-20'];

export interface ChargeFacts { readonly council: Council; readonly finance: readonly [Actor, Actor] }

export async function chargeFacts(database: TestDatabase): Promise<ChargeFacts> {
  const council = await buildAuthority(database, { quota: QUOTA });
  const finance = await buildFinance(council);
  const siteId = await buildSite(council, 'Rowan', PLACEMENTS + 10);
  const schools = [council.schools.aston, ...(await furtherPartnerships(council))];
  const each = PLACEMENTS / PARTNERSHIPS / STARTS.length;
  for (const school of schools) {
    for (const startedOn of STARTS) {
      await buildPlacements(council, siteId, await buildWaiting(council, each), {
        attributed_establishment_id: school, state: 'started', planned_first_on: calendarDate(startedOn), started_on: calendarDate(startedOn),
      });
    }
  }
  await database.owner.query('ANALYZE');
  return { council, finance };
}

/** Eleven more partnerships like the first, each of one school that is bound and pays. Gives the schools. */
async function furtherPartnerships(council: Council): Promise<string[]> {
  const made = Array.from({ length: PARTNERSHIPS - 1 }, (_, index) => ({ number: index + 2, school: randomUUID(), partnership: randomUUID(), agreement: randomUUID() }));
  const copy = (table: string, id: string, from: string, changes: string): string =>
    `INSERT INTO ${table} SELECT (jsonb_populate_record(t, to_jsonb(t) || jsonb_build_object('id', ${id}) || ${changes})).* FROM ${table} t WHERE t.authority_id = $1 AND ${from} LIMIT 1`;
  await asOwner(council.database.owner, council.id, async (query) => {
    for (const { number, school, partnership, agreement } of made) {
      await query(copy('establishment', '$2::uuid', 't.id = $3::uuid', "jsonb_build_object('name', 'School ' || $4::text, 'urn', (140000 + $4::int)::text)"), [council.id, school, council.schools.aston, number]);
      await query(copy('partnership', '$2::uuid', 't.id = $3::uuid', "jsonb_build_object('name', 'Partnership ' || $4::text, 'slug', 'p-' || $4::text, 'display_order', $4::int)"), [council.id, partnership, council.partnershipId, number]);
      await query(copy('partnership_member', 'gen_random_uuid()', 't.establishment_id = $2::uuid', "jsonb_build_object('partnership_id', $3::text, 'establishment_id', $4::text)"), [council.id, council.schools.aston, partnership, school]);
      await query(copy('agreement', '$2::uuid', 't.id = $3::uuid', "jsonb_build_object('reference', 'AG-' || $4::text, 'partnership_id', $5::text, 'fund_holder_id', $6::text)"), [council.id, agreement, council.agreementId, number, partnership, school]);
      await query(copy('agreement_quota', 'gen_random_uuid()', 't.agreement_id = $2::uuid', "jsonb_build_object('agreement_id', $3::text)"), [council.id, council.agreementId, agreement]);
      await query(copy('agreement_school', 'gen_random_uuid()', 't.agreement_id = $2::uuid AND t.establishment_id = $3::uuid', "jsonb_build_object('agreement_id', $4::text, 'establishment_id', $5::text)"), [council.id, council.agreementId, council.schools.aston, agreement, school]);
    }
  });
  return made.map(({ school }) => school);
}
