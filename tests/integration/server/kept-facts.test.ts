/** Slow facts are read once and then again as soon as anybody changes one, never from a change that was undone. */
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadSettings } from '@/lib/organisations/settings';
import { loadSites } from '@/lib/providers/store';
import { type Caller, type KeptSource, readUnit, sql, writeUnit } from '@/lib/server/unit-of-work';
import { callerFor } from '@/tests/support/builders/callers';
import { buildCouncil, type TwoCouncils } from '@/tests/support/builders/council';
import { buildSite, setPlaces } from '@/tests/support/builders/places';
import { buildPlacements, buildWaiting } from '@/tests/support/builders/pupils';
import { insertRows } from '@/tests/support/builders/insert-rows';

let council: TwoCouncils;
let officer: Caller;

beforeAll(async () => {
  council = await buildCouncil();
  officer = callerFor(council, 'placement_officer');
  await buildSite(council, 'Dean Court', 3);
});

/** A fact that counts how often it is read. */
function counted(): KeptSource<number> & { readonly readings: () => number } {
  let readings = 0;
  return { load: () => Promise.resolve((readings += 1)), readings: () => readings };
}

const places = () => readUnit(officer, async (tx) => (await loadSites(tx)).find((site) => site.name === 'Dean Court')?.places.at(-1)?.places);
const nameIn = (text: string) => sql`UPDATE site SET name = ${text}`;

describe('a slow fact', () => {
  it('is read once for as long as none changes, also when places are taken', async () => {
    const fact = counted();
    await readUnit(officer, (tx) => tx.kept(fact));
    const siteId = await readUnit(officer, async (tx) => (await loadSites(tx))[0]?.id ?? '');
    await readUnit(officer, (tx) => tx.kept(fact));
    const read = fact.readings();
    await buildPlacements(council, siteId, await buildWaiting(council, 1));
    await writeUnit(officer, (tx) => tx.kept(fact));
    expect([read, fact.readings()]).toEqual([1, 1]);
  });

  it('is read anew after another connection changed one, and that of a neighbour is not', async () => {
    const neighbours = callerFor(council.neighbour, 'placement_officer');
    const fact = counted();
    await readUnit(neighbours, (tx) => tx.kept(fact));
    expect(await places()).toBe(3);
    const siteId = await readUnit(officer, async (tx) => (await loadSites(tx)).find((site) => site.name === 'Dean Court')?.id ?? '');
    await setPlaces(council, siteId, 5, '2026-01-05');
    expect(await places()).toBe(5);
    await readUnit(neighbours, (tx) => tx.kept(fact));
    expect(fact.readings()).toBe(1);
  });

  it('is not kept from a unit that was undone', async () => {
    const seen: (string | undefined)[] = [];
    await writeUnit(officer, async (tx) => {
      await tx.execute(nameIn('Undone'));
      seen.push((await loadSites(tx))[0]?.name);
      throw new Error('undo');
    }).catch(() => undefined);
    seen.push(await readUnit(officer, async (tx) => (await loadSites(tx))[0]?.name));
    await writeUnit(officer, (tx) => tx.execute(nameIn('Kept')));
    seen.push(await readUnit(officer, async (tx) => (await loadSites(tx))[0]?.name));
    expect(seen).toEqual(['Undone', 'Dean Court', 'Kept']);
    await writeUnit(officer, (tx) => tx.execute(nameIn('Dean Court')));
  });

  it('is read anew after a lock, behind which it may have changed', async () => {
    await writeUnit(officer, async (tx) => {
      const before = (await loadSettings(tx)).full_time_hours;
      await insertRows(council.database.owner, council.id, 'setting', [
        { id: randomUUID(), name: 'full_time_hours', value: 26, first_on: '2026-01-01', source: 'Test', recorded_at: '2026-01-01T00:00:00Z' },
      ]);
      await tx.execute(sql`SELECT 1 FROM site FOR UPDATE`);
      expect([before, (await loadSettings(tx)).full_time_hours]).toEqual([25, 26]);
    });
  });

  it('is one of tables that all raise the number', async () => {
    const tables = ['calendar_year', 'calendar_term', 'calendar_closed_days', 'calendar_use', 'setting', 'establishment', 'partnership', 'partnership_member', 'trust',
      'agreement', 'agreement_quota', 'agreement_school', 'provider', 'site', 'site_places', 'site_closure', 'over_number'];
    const { rows } = await council.database.owner.query<{ name: string }>(
      "SELECT event_object_table AS name FROM information_schema.triggers WHERE trigger_name LIKE 'stamp_%' GROUP BY 1 HAVING count(DISTINCT event_manipulation) = 3 ORDER BY 1");
    expect(rows.map((row) => row.name)).toEqual([...tables].sort());
  });
});
