/** Row-level security, keys between authorities and what is kept for ever, as the application's role meets them. */
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { cancelPlacement } from '@/lib/placements/commands/cancel-placement';
import { answerOf, appClient, asApp } from '@/tests/support/builders/app-client';
import { callerFor, done, run } from '@/tests/support/builders/callers';
import { buildCouncil, type TwoCouncils } from '@/tests/support/builders/council';
import { asOwner } from '@/tests/support/builders/insert-rows';
import { buildSite } from '@/tests/support/builders/places';
import { buildExcluded, buildPlacements } from '@/tests/support/builders/pupils';

let council: TwoCouncils;
let tables: string[];

beforeAll(async () => {
  council = await buildCouncil();
  const siteId = await buildSite(council, 'Rowan', 20);
  const [placementId] = await buildPlacements(council, siteId, [await buildExcluded(council, '2026-02-23')]);
  // Writes an event of the placement and a line of the audit.
  await done(run(cancelPlacement, callerFor(council, 'placement_officer'), { placementId, version: '1', reason: 'Parents chose otherwise' }));
  const { rows } = await council.database.owner.query<{ name: string }>(`
    SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'authority_id'
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' ORDER BY 1`);
  tables = rows.map((row) => row.name);
});

/** Tables with rows that a transaction of an authority, or of none, can see. */
async function filled(authorityId: string | null): Promise<string[]> {
  return asApp(council, authorityId, async (client) => {
    const seen: string[] = [];
    for (const table of tables) if ((await client.query(`SELECT 1 FROM ${table} LIMIT 1`)).rowCount === 1) seen.push(table);
    return seen;
  });
}

describe('without an authority', () => {
  it('every table is empty, and so it is for an empty setting, which a reused connection holds', async () => {
    expect(await filled(council.id)).toEqual(expect.arrayContaining(['placement', 'pupil', 'site', 'agreement', 'audit_event']));
    expect(await filled(null)).toEqual([]);
    expect(await filled('')).toEqual([]);
  });

  it('nothing is left over on a connection whose transaction has ended', async () => {
    const app = await appClient(council);
    await app.begin();
    expect((await app.client.query('SELECT id FROM pupil')).rowCount).toBeGreaterThan(0);
    await app.client.query('COMMIT');
    expect((await app.client.query('SELECT id FROM pupil')).rowCount).toBe(0);
    await app.end();
  });
});

describe('another authority', () => {
  it('is not to be seen in any table', async () => {
    await asApp(council, council.id, async (client) => {
      for (const table of tables) {
        const { rows } = await client.query<{ authority_id: string }>(`SELECT DISTINCT authority_id FROM ${table}`);
        expect(rows.filter((row) => row.authority_id !== council.id), table).toEqual([]);
      }
    });
  });

  it('takes no row, in any table', async () => {
    const taken = await asApp(council, council.id, async (client) => {
      const done: string[] = [];
      for (const table of tables) {
        await client.query('SAVEPOINT attempt');
        const refused: unknown = await client.query(`INSERT INTO ${table} (authority_id) VALUES ($1)`, [council.neighbour.id]).then(() => 'done', (thrown: Error) => thrown.message);
        // A table that the application may only read refuses any row at all.
        if (refused !== `new row violates row-level security policy for table "${table}"` && refused !== `permission denied for table ${table}`) done.push(`${table}: ${String(refused)}`);
        await client.query('ROLLBACK TO SAVEPOINT attempt');
      }
      return done;
    });
    expect(taken).toEqual([]);
  });

  it('loses no row: a change reaches none, and no row can be moved there', async () => {
    await asApp(council, council.id, async (client) => {
      const { rowCount } = await client.query("UPDATE pupil SET first_name = 'Changed' WHERE id = $1", [council.neighbour.pupil.pupilId]);
      expect(rowCount).toBe(0);
      expect(await answerOf(client, 'UPDATE person SET authority_id = $1', [council.neighbour.id])).toBe('42501');
    });
  });

  it('cannot be pointed to by a foreign key, whose check would look past row-level security', async () => {
    const { neighbour } = council;
    await asApp(council, council.id, async (client) => {
      const referral = `INSERT INTO referral (authority_id, id, pupil_id, route, received_on, recorded_at) VALUES ($1, $2, $3, 'preventative', '2026-03-02', now())`;
      expect(await answerOf(client, referral, [council.id, randomUUID(), neighbour.pupil.pupilId])).toBe('23503');
      expect(await answerOf(client, 'UPDATE placement SET site_id = $1', [neighbour.siteId])).toBe('23503');
      expect(await answerOf(client, 'UPDATE placement SET attributed_establishment_id = $1', [neighbour.schools.aston])).toBe('23503');
      expect(await answerOf(client, 'UPDATE placement SET continues_id = $1', [neighbour.placementId])).toBe('23503');
      expect(await answerOf(client, 'UPDATE agreement SET fund_holder_id = $1', [neighbour.schools.aston])).toBe('23503');
    });
  });

  it('is not made by the application', async () => {
    await asApp(council, 'T-new', async (client) => {
      expect(await answerOf(client, "INSERT INTO authority (id, slug, name, council_name, la_code, contact_email) VALUES ('T-new', 't-new', 'N', 'N', '372', 'n')")).toBe('42501');
      expect(await answerOf(client, "UPDATE authority SET slug = 'mine'")).toBe('42501');
    });
    await asApp(council, council.id, async (client) => {
      expect((await client.query("UPDATE authority SET contact_email = 'x' WHERE id = $1", [council.neighbour.id])).rowCount).toBe(0);
      expect((await client.query("UPDATE authority SET contact_email = 'x' WHERE id = $1", [council.id])).rowCount).toBe(1);
    });
  });
});

describe('what is kept for ever', () => {
  const KEPT = ['audit_event', 'exclusion_event', 'placement_event', 'site_places'] as const;

  it.each(KEPT)('%s: the application may add and do no more', async (table) => {
    await asApp(council, council.id, async (client) => {
      expect(await answerOf(client, `UPDATE ${table} SET authority_id = authority_id`)).toBe('42501');
      expect(await answerOf(client, `DELETE FROM ${table}`)).toBe('42501');
      expect(await answerOf(client, `TRUNCATE ${table}`)).toBe('42501');
    });
  });

  it.each(KEPT)('%s: the owner is refused too', async (table) => {
    const column = table === 'exclusion_event' ? 'outcome' : 'reason';
    for (const text of [`UPDATE ${table} SET ${column} = 'changed' WHERE authority_id = $1`, `DELETE FROM ${table} WHERE authority_id = $1`]) {
      await expect(asOwner(council.database.owner, council.id, (query) => query(text, [council.id]))).rejects.toMatchObject({ code: 'FP001' });
    }
    await expect(asOwner(council.database.owner, council.id, (query) => query(`TRUNCATE ${table} CASCADE`))).rejects.toMatchObject({ code: 'FP001' });
  });
});
