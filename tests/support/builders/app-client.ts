import { Client } from 'pg';
import type { Council } from './authority';
import { sqlErrorIn } from '@/lib/server/sql-errors';

export type Isolation = 'READ COMMITTED' | 'REPEATABLE READ' | 'SERIALIZABLE';

/** A plain SQL client as the application's role, with none of the application's own locks or checks. */
export interface AppClient {
  readonly client: Client;
  readonly pid: number;
  begin(isolation?: Isolation): Promise<void>;
  end(): Promise<void>;
}

export async function appClient(council: Council, authorityId: string | null = council.id): Promise<AppClient> {
  const client = new Client({ connectionString: council.database.appUrl });
  await client.connect();
  const pid = (await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')).rows[0]?.pid ?? 0;
  return {
    client,
    pid,
    begin: async (isolation = 'READ COMMITTED') => {
      await client.query(`BEGIN ISOLATION LEVEL ${isolation}`);
      if (authorityId !== null) await client.query("SELECT set_config('app.authority_id', $1, true)", [authorityId]);
    },
    end: () => client.end(),
  };
}

/** Runs work in one transaction as the application's role and rolls it back. */
export async function asApp<T>(council: Council, authorityId: string | null, work: (client: Client) => Promise<T>): Promise<T> {
  const app = await appClient(council, authorityId);
  try {
    await app.begin();
    return await work(app.client);
  } finally {
    await app.end();
  }
}

/** The SQLSTATE a statement is refused with, or `done`. Inside a transaction it is undone, so that the next can be tried. */
export async function answerOf(client: Client, text: string, values: readonly unknown[] = []): Promise<string> {
  await client.query('SAVEPOINT attempt');
  const answer = await client.query(text, [...values]).then(() => 'done', (thrown: unknown) => sqlErrorIn(thrown)?.sqlState ?? String(thrown));
  await client.query('ROLLBACK TO SAVEPOINT attempt');
  return answer;
}

/** Waits until a backend waits for a lock. */
export async function untilBlocked(council: Council, pid: number): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    const { rowCount } = await council.database.owner.query("SELECT 1 FROM pg_stat_activity WHERE pid = $1 AND wait_event_type = 'Lock'", [pid]);
    if (rowCount === 1) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('The second client was never made to wait');
}
