import type { Client } from 'pg';
import { withClient, withDatabase } from '@/scripts/postgres/connection';

/** The migrated database that every worker's is copied from. */
export const TEMPLATE = 'fairplace_template';

/**
 * Copies the template unless the database exists.
 * @param ownerUrl any connection of the owner to the server
 */
export async function copyTemplate(ownerUrl: string, database: string): Promise<void> {
  await withClient(withDatabase(ownerUrl, 'postgres'), async (client) => {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (found.rowCount !== 0) return;
    await copy(client, database);
  });
}

async function copy(client: Client, database: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)} TEMPLATE ${TEMPLATE}`);
      return;
    } catch (error) {
      // 55006: the migration's connection is still closing.
      if ((error as { code?: string }).code !== '55006' || attempt === 20) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
