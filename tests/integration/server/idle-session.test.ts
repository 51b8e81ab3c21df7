import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { buildCouncil, type TwoCouncils } from '@/tests/support/builders/council';

let council: TwoCouncils;
let session: string;

beforeEach(async () => {
  council = await buildCouncil();
  const email = `idle-${randomUUID()}@council.test`;
  const { rows } = await council.database.owner.query<{ id: string }>(
    "WITH a AS (INSERT INTO account (email, password_hash) VALUES ($1, 'none') RETURNING id) SELECT sign_in_succeeded(a.id, 12) AS id FROM a", [email]);
  const made = rows[0]?.id;
  if (made !== undefined) session = made;
});

/** Minutes without use as the application reads them, after the last request so many seconds ago. */
async function idleAfter(seconds: number): Promise<{ minutes: number; noted: boolean }> {
  const { owner, app } = council.database;
  await owner.query('UPDATE account_session SET last_seen_at = now() - make_interval(secs => $2) WHERE id = $1', [session, seconds]);
  const { rows } = await app.query<{ idle_minutes: number }>("SELECT idle_minutes FROM session_actor($1, $2, '2026-03-02')", [session, council.slug]);
  const seen = await owner.query<{ fresh: boolean }>("SELECT last_seen_at > now() - interval '1 second' AS fresh FROM account_session WHERE id = $1", [session]);
  return { minutes: rows[0]?.idle_minutes ?? -1, noted: seen.rows[0]?.fresh === true };
}

it('never counts as idle before the time allowed, and does within the minute after it', async () => {
  expect(await idleAfter(15 * 60 + 5)).toEqual({ minutes: 14, noted: true });
  expect(await idleAfter(15 * 60 + 31)).toEqual({ minutes: 15, noted: false });
});

it('notes a use to five seconds, so that the time allowed runs from the last use', async () => {
  expect(await idleAfter(6)).toEqual({ minutes: -1, noted: true });
  expect((await idleAfter(3)).noted).toBe(false);
});
