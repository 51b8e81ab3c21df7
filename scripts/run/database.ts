import { databaseOf, ensureDatabase, withClient, withDatabase } from '../postgres/connection';
import { startEmbedded } from '../postgres/embedded';
import { dataFolder, serverFolder } from '../postgres/folders';
import { migrate } from '../postgres/migrations';
import { APP_ROLE, PUBLIC_ROLE, ensureRoles, type RoleUrls } from '../postgres/roles';
import { postgresUser } from '../postgres/system-user';
import { MIGRATIONS, ROOT } from './paths';
import { atEnd } from './shutdown';

const DATABASE = 'fairplace';

/** Where Fairplace's data is. */
export interface Database {
  /** The owner's connection: migrations and the demonstration's data. Never given to the server. */
  readonly ownerUrl: string;
  /** True when it runs from this checkout, false when DATABASE_URL names it. */
  readonly isEmbedded: boolean;
}

/** The database of DATABASE_URL, or the embedded server's, which is started here and stopped at the end. */
export async function openDatabase(log: (line: string) => void): Promise<Database> {
  const given = process.env.DATABASE_URL;
  if (given) {
    await withClient(given, async () => undefined);
    return { ownerUrl: given, isEmbedded: false };
  }
  const user = postgresUser();
  const server = await startEmbedded({ folder: serverFolder(ROOT, user, log), user, durable: true });
  atEnd(() => server.stop());
  await ensureDatabase(server.url, DATABASE);
  return { ownerUrl: withDatabase(server.url, DATABASE), isEmbedded: true };
}

/** Makes the roles, then applies the migrations. APP_DATABASE_URL and PUBLIC_DATABASE_URL, where set, are used as they are. */
export async function prepareDatabase(ownerUrl: string): Promise<RoleUrls & { readonly applied: readonly string[] }> {
  const roles = await ensureRoles(ownerUrl, dataFolder(ROOT), {
    appUrl: process.env.APP_DATABASE_URL,
    publicUrl: process.env.PUBLIC_DATABASE_URL,
  });
  return { ...roles, applied: await migrate(ownerUrl, MIGRATIONS) };
}

/** Whether anybody has set up an authority: then the demonstration's data is not laid over it. */
export async function holdsAuthority(ownerUrl: string): Promise<boolean> {
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ found: boolean }>('SELECT EXISTS (SELECT 1 FROM authority) AS found');
    return rows[0]?.found === true;
  });
}

/**
 * Empties the database: every table, function and row of it.
 * @throws Error for a database of the user's own, unless FAIRPLACE_ALLOW_RESET=1 says that it is meant
 */
export async function emptyDatabase({ ownerUrl, isEmbedded }: Database): Promise<void> {
  if (!isEmbedded && process.env.FAIRPLACE_ALLOW_RESET !== '1') {
    throw new Error(
      `DATABASE_URL names the database ${databaseOf(ownerUrl)} of a server of your own. To empty it, set FAIRPLACE_ALLOW_RESET=1 as well.`,
    );
  }
  await withClient(ownerUrl, async (client) => {
    await client.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND usename IN (current_user, $1, $2)',
      [APP_ROLE, PUBLIC_ROLE],
    );
    await client.query('DROP SCHEMA public CASCADE');
    await client.query('CREATE SCHEMA public');
    await client.query('GRANT USAGE ON SCHEMA public TO PUBLIC');
  });
}
