/** What the database refuses of one client, whatever the client asked before. */
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { calendarDate } from '@/lib/core/calendar-date';
import { answerOf, asApp } from '@/tests/support/builders/app-client';
import { buildCouncil, type TwoCouncils } from '@/tests/support/builders/council';
import { authoriseOverNumber, buildSite } from '@/tests/support/builders/places';
import { buildPlacements, buildWaiting } from '@/tests/support/builders/pupils';

const CUT = "INSERT INTO site_places (authority_id, site_id, kind, effective_on, places, reason, recorded_at) VALUES ($1, $2, 'day6', $3, $4, 'Cut', now())";

describe('places below what is taken', () => {
  let council: TwoCouncils;
  let siteId: string;
  let overId: string;

  beforeAll(async () => {
    council = await buildCouncil();
    siteId = await buildSite(council, 'Rowan', 2);
    overId = await authoriseOverNumber(council, siteId, 1, '2025-09-01', '2026-08-31');
    await buildPlacements(council, siteId, await buildWaiting(council, 3));
  });

  const answer = (text: string, values: readonly unknown[]) => asApp(council, council.id, (client) => answerOf(client, text, values));

  it('are refused by a dated cut, from its first day to the last taken one', async () => {
    expect(await answer(CUT, [council.id, siteId, '2026-03-09', 1])).toBe('FP012');
    expect(await answer(CUT, [council.id, siteId, '2026-07-17', 1])).toBe('FP012');
    expect(await answer(CUT, [council.id, siteId, '2026-07-18', 0])).toBe('done');
    expect(await answer(CUT, [council.id, siteId, '2026-03-09', 2])).toBe('done');
  });

  it('are refused by an over-number place shortened, begun later, lowered, or given to another kind or site', async () => {
    const other = await buildSite(council, 'Aspire', 0);
    expect(await answer("UPDATE over_number SET last_on = '2026-03-31' WHERE id = $1", [overId])).toBe('FP012');
    expect(await answer("UPDATE over_number SET first_on = '2025-10-01' WHERE id = $1", [overId])).toBe('FP012');
    expect(await answer("UPDATE over_number SET kind = 'reserve' WHERE id = $1", [overId])).toBe('FP012');
    expect(await answer('UPDATE over_number SET site_id = $2 WHERE id = $1', [overId, other])).toBe('FP012');
    expect(await answer("UPDATE over_number SET last_on = '2026-07-17' WHERE id = $1", [overId])).toBe('done');
  });

  it('cannot be had by changing or deleting a row of places', async () => {
    expect(await answer('UPDATE site_places SET places = 0 WHERE site_id = $1', [siteId])).toBe('42501');
    expect(await answer('DELETE FROM site_places WHERE site_id = $1', [siteId])).toBe('42501');
    expect(await answer('DELETE FROM over_number WHERE id = $1', [overId])).toBe('42501');
    expect(await answer('DELETE FROM placement WHERE site_id = $1', [siteId])).toBe('42501');
  });

  it('leave a place of another kind alone', async () => {
    expect(await answer("UPDATE placement SET place_kind = 'reserve' WHERE site_id = $1", [siteId])).toBe('FP010');
    expect(await answer(CUT.replace("'day6'", "'reserve'"), [council.id, siteId, '2026-03-09', 0])).toBe('done');
  });
});

describe("a pupil's shares", () => {
  it('never exceed one whole place on a day, over all sites', async () => {
    const council = await buildCouncil();
    const [rowan, aspire] = [await buildSite(council, 'Rowan', 5), await buildSite(council, 'Aspire', 5)];
    const [pupil] = await buildWaiting(council, 1);
    if (!pupil) throw new Error('No pupil');
    const [id = ''] = await buildPlacements(council, rowan, [pupil], { share_tenths: 6 });
    const insert = (tenths: number, firstOn: string) => asApp(council, council.id, (client) => answerOf(client, `
      INSERT INTO placement (authority_id, id, pupil_id, referral_id, site_id, place_kind, counting_kind, share_tenths, planned_first_on, planned_last_on, state, decided_at)
      VALUES ($1, $2, $3, $4, $5, 'day6', 'authority_placed', $6, $7, '2026-08-31', 'proposed', now())`,
    [council.id, randomUUID(), pupil.pupilId, pupil.referralId, aspire, tenths, firstOn]));
    expect(await insert(5, '2026-03-09')).toBe('FP011');
    expect(await insert(5, '2026-07-17')).toBe('FP011');
    expect(await insert(4, '2026-03-09')).toBe('done');
    expect(await insert(10, '2026-07-18')).toBe('done');
    await buildPlacements(council, aspire, [pupil], { share_tenths: 4, planned_first_on: calendarDate('2026-03-09') });
    expect(await asApp(council, council.id, (client) => answerOf(client, 'UPDATE placement SET share_tenths = 7 WHERE id = $1', [id]))).toBe('FP011');
  });
});
