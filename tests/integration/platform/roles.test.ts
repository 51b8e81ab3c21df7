import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { withClient } from '@/scripts/postgres/connection';
import { startEmbedded } from '@/scripts/postgres/embedded';
import { temporaryFolder } from '@/scripts/postgres/folders';
import { ensureRoles } from '@/scripts/postgres/roles';
import { postgresUser } from '@/scripts/postgres/system-user';

const cleanUps: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

/** Roles belong to a whole server, so these tests have one of their own. */
async function ownServer(): Promise<{ url: string; secrets: string }> {
  const user = postgresUser();
  const folder = temporaryFolder(user);
  const secrets = mkdtempSync(join(tmpdir(), 'fairplace-secrets-'));
  cleanUps.push(() => {
    rmSync(folder, { recursive: true, force: true });
    rmSync(secrets, { recursive: true, force: true });
  });
  const server = await startEmbedded({ folder, user, durable: false });
  cleanUps.push(() => server.stop());
  return { url: server.url, secrets };
}

describe('the two roles', () => {
  it('can be made twice, and both connections work after each', async () => {
    const { url, secrets } = await ownServer();
    for (const _time of [1, 2]) {
      const { appUrl, publicUrl } = await ensureRoles(url, secrets);
      for (const roleUrl of [appUrl, publicUrl]) await withClient(roleUrl, (client) => client.query('SELECT 1'));
    }
  });

  it('are refused when one of them may bypass row-level security', async () => {
    const { url, secrets } = await ownServer();
    await withClient(url, (client) => client.query('CREATE ROLE fairplace_app LOGIN BYPASSRLS'));
    await expect(ensureRoles(url, secrets)).rejects.toThrow('may bypass row-level security');
  });

  it('keep a password that the user has set', async () => {
    const { url, secrets } = await ownServer();
    const { appUrl } = await ensureRoles(url, secrets);
    const given = appUrl.replace(/:[^:@/]+@/, ':another@');
    await withClient(url, (client) => client.query("ALTER ROLE fairplace_app PASSWORD 'another'"));
    expect((await ensureRoles(url, secrets, { appUrl: given })).appUrl).toBe(given);
    await withClient(given, (client) => client.query('SELECT 1'));
  });

  it('may not create tables', async () => {
    const { appUrl } = inject('postgres');
    const elsewhere = new URL(appUrl);
    elsewhere.pathname = '/postgres';
    await expect(withClient(elsewhere.toString(), (client) => client.query('CREATE TABLE mine (n int)'))).rejects.toThrow('permission denied');
  });
});
