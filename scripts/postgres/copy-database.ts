import { withClient } from './connection';

/** 55006: a connection to the template is still closing. */
const IN_USE = '55006';

/**
 * Copies a whole database, rows and statistics, under a new name.
 * @param serverUrl any database of the server but the template, which nobody may be connected to
 * @throws Error when the template stays in use for two seconds
 */
export async function copyDatabase(serverUrl: string, template: string, name: string): Promise<void> {
  await withClient(serverUrl, async (client) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)} TEMPLATE ${client.escapeIdentifier(template)}`);
        return;
      } catch (error) {
        if ((error as { code?: string }).code !== IN_USE || attempt === 20) throw error;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  });
}
