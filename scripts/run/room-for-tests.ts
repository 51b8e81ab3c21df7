import { Client } from 'pg';

/**
 * More preventative places at both secondary sites from the demonstration's today on. Browser tests of one world place
 * pupils at the same time, and the few places that the demonstration leaves free would have them meet.
 */
export async function makeRoomForTests(ownerUrl: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`INSERT INTO site_places (authority_id, site_id, kind, effective_on, places, reason, recorded_at)
      SELECT s.authority_id, s.id, 'preventative', '2026-03-02', 40, 'Room for the browser tests', '2026-03-02T07:00:00Z'
        FROM site s JOIN authority a ON a.id = s.authority_id WHERE a.slug = 'rotherham' AND s.slug IN ('aspire-secondary', 'rowan')`);
  } finally {
    await client.end();
  }
}
