import type { Client } from 'pg';
import { keptSecret } from '../run/secrets';
import { withClient, withRole } from './connection';

/** The application's role, and the role that may see public reports only. Neither owns anything. */
export const APP_ROLE = 'fairplace_app';
export const PUBLIC_ROLE = 'fairplace_public';

/** Connections for the server process, made from the owner's. */
export interface RoleUrls {
  readonly appUrl: string;
  readonly publicUrl: string;
}

/**
 * Makes the two roles where they are missing and gives them the passwords kept in the folder. Runs before the
 * migrations, which grant to them.
 * @param given connections of the user's own, used as they are; their passwords are not changed
 * @throws Error when a role of that name could look past row-level security
 */
export async function ensureRoles(ownerUrl: string, secretsFolder: string, given: Partial<RoleUrls> = {}): Promise<RoleUrls> {
  const appUrl = given.appUrl ?? withRole(ownerUrl, APP_ROLE, keptSecret(secretsFolder, 'app-password'));
  const publicUrl = given.publicUrl ?? withRole(ownerUrl, PUBLIC_ROLE, keptSecret(secretsFolder, 'public-password'));
  await withClient(ownerUrl, async (client) => {
    // Roles belong to the whole server: two commands that start together take turns.
    await client.query('SELECT pg_advisory_lock(72707370)');
    await ensureRole(client, APP_ROLE, appUrl, given.appUrl !== undefined);
    await ensureRole(client, PUBLIC_ROLE, publicUrl, given.publicUrl !== undefined);
  });
  return { appUrl, publicUrl };
}

async function ensureRole(client: Client, role: string, url: string, keepPassword: boolean): Promise<void> {
  const found = await client.query<{ unsafe: boolean }>(
    'SELECT rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb AS unsafe FROM pg_roles WHERE rolname = $1',
    [role],
  );
  const name = client.escapeIdentifier(role);
  const secret = client.escapeLiteral(decodeURIComponent(new URL(url).password));
  const existing = found.rows[0];
  if (existing === undefined) {
    await client.query(`CREATE ROLE ${name} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE PASSWORD ${secret}`);
    return;
  }
  if (existing.unsafe) {
    throw new Error(`The role ${role} exists and may bypass row-level security or make roles or databases. Take those rights from it first.`);
  }
  if (!keepPassword) await client.query(`ALTER ROLE ${name} LOGIN PASSWORD ${secret}`);
}
