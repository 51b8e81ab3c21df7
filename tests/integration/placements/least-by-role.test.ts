/** R79, least by role: the home and the contacts of a pupil for a site that has the place, the partnerships of a lead. */
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { calendarDate } from '@/lib/core/calendar-date';
import { partnershipLines } from '@/lib/placements/queries/partnership-lines';
import { sitePlacement } from '@/lib/placements/queries/site-placement';
import type { PlacementState } from '@/lib/placements/types';
import { readUnit } from '@/lib/server/unit-of-work';
import { callerFor } from '@/tests/support/builders/callers';
import { buildCouncil, type TwoCouncils } from '@/tests/support/builders/council';
import { insertRows } from '@/tests/support/builders/insert-rows';
import { buildSite } from '@/tests/support/builders/places';
import { buildPlacements, buildWaiting } from '@/tests/support/builders/pupils';

let council: TwoCouncils;
let siteId: string;

beforeAll(async () => {
  council = await buildCouncil();
  siteId = await buildSite(council, 'Rowan', 60);
});

describe('home and contacts at a site', () => {
  async function seen(state: PlacementState, changes: Parameters<typeof buildPlacements>[3] = {}) {
    const [pupil] = await buildWaiting(council, 1, { pupil: { home_address: '4 Mill Lane', home_postcode: 'S66 8AB', upn: null } });
    if (!pupil) throw new Error('No pupil');
    await insertRows(council.database.owner, council.id, 'pupil_contact', [{ id: randomUUID(), pupil_id: pupil.pupilId, name: 'Ada Lark', relationship: 'Mother', phone: '01709 555 123', email: '', display_order: 1 }]);
    const [placementId = ''] = await buildPlacements(council, siteId, [pupil], { state, ...changes });
    const head = callerFor(council, 'pru_head');
    const elsewhere = { ...head, actor: head.actor && { ...head.actor, roles: [{ role: 'pru_head' as const, establishmentId: null, partnershipId: null, providerId: randomUUID() }] } };
    expect(await readUnit(elsewhere, (tx) => sitePlacement(tx, placementId))).toBeNull();
    return readUnit(head, (tx) => sitePlacement(tx, placementId));
  }
  const started = { started_on: calendarDate('2025-09-03') };

  it.each(['accepted', 'not_arrived', 'started'] as const)('are read while the place is %s', async (state) => {
    expect((await seen(state, state === 'started' ? started : {}))?.family).toEqual({ address: '4 Mill Lane, S66 8AB', contacts: [{ name: 'Ada Lark', relationship: 'Mother', phone: '01709 555 123', email: '' }] });
  });

  it.each(['proposed', 'concern', 'left', 'cancelled'] as const)('are nowhere in what the site reads while it is %s', async (state) => {
    const view = await seen(state, state === 'left' ? { ...started, left_on: calendarDate('2026-02-27') } : {});
    expect(view?.family).toBeNull();
    expect(JSON.stringify(view?.pupil)).not.toMatch(/Mill Lane|S66|Ada Lark|01709/);
  });
});

it('a lead lists the partnerships that they lead, a head and a site none', async () => {
  const lead = callerFor(council, 'partnership_lead');
  expect((await readUnit(lead, partnershipLines))?.map((one) => one.slug)).toEqual(['south']);
  const ofNone = { ...lead, actor: lead.actor && { ...lead.actor, roles: [{ role: 'partnership_lead' as const, establishmentId: null, partnershipId: randomUUID(), providerId: null }] } };
  expect(await readUnit(ofNone, partnershipLines)).toEqual([]);
  expect(await readUnit(callerFor(council, 'headteacher'), partnershipLines)).toBeNull();
  expect(await readUnit(callerFor(council, 'pru_head'), partnershipLines)).toBeNull();
});
