import { Pool } from 'pg';
import { ownerUrlOf } from '@/scripts/run/world-record';
import type { World } from '@/scripts/run/worlds';

const pools = new Map<World, Pool>();

/** The owner's connections to a world's database: for arranging what a test needs, and for looking at what it did. */
export function ownerOf(world: World): Pool {
  let pool = pools.get(world);
  if (pool === undefined) {
    pool = new Pool({ connectionString: ownerUrlOf(world), max: 4, allowExitOnIdle: true });
    // The server is stopped while idle connections are open.
    pool.on('error', () => undefined);
    pools.set(world, pool);
  }
  return pool;
}

/** Every value of the first column. The owner is a superuser, so authorities are named in the query. */
export async function valuesOf(world: World, query: string, parameters: readonly unknown[] = []): Promise<string[]> {
  const { rows } = await ownerOf(world).query<Record<string, unknown>>({ text: query, values: [...parameters] });
  return rows.map((row) => String(Object.values(row)[0]));
}
