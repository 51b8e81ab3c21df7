/**
 * How long the server takes for the pages people open all day, beside the time of their own SQL alone: aim within
 * twice that plus 15 ms. Measures; never a test. See bench/README.md.
 */
import { Pool } from 'pg';
import { open } from '@/e2e/support/http';
import { runMain } from '@/scripts/run/shutdown';
import { type BenchWorld, benchWorld } from './bench-world';
import { load, ms, table } from './measure';
import { record, type Statement } from './recorded-sql';

const TIMES = Number.parseInt(process.env.BENCH_CALLS ?? '40', 10);
const WARM_UP = 5;

/** The audit of an opening is written again with each replay, as it is with each opening. */
const PAGES: readonly { readonly who: string; readonly path: string }[] = [
  { who: 'placements@lancashire.example', path: '/lancashire/officer' },
  { who: 'placements@lancashire.example', path: '/lancashire/officer/waiting/{referral}/place' },
  { who: 'pru@lancashire.example', path: '/lancashire/site' },
  { who: 'head@lancashire.example', path: '/lancashire/school' },
  { who: 'chair@lancashire.example', path: '/lancashire/partnership/pendle' },
  { who: 'board@lancashire.example', path: '/lancashire/board' },
  { who: 'forum@lancashire.example', path: '/lancashire/forum' },
];

async function replay(pool: Pool, statements: readonly Statement[]): Promise<void> {
  const client = await pool.connect();
  try {
    for (const { text, values } of statements) await client.query(text, [...values]);
  } finally {
    client.release();
  }
}

async function row(world: BenchWorld, pool: Pool, path: string, cookie: string): Promise<string[]> {
  const once = async (): Promise<void> => {
    const { status } = await open({ address: world.address, path, cookie });
    if (status !== 200) throw new Error(`${path} answered ${status}`);
  };
  await load(WARM_UP, 1, once);
  const statements = await record(world.owner, world.logFile, once);
  const page = await load(TIMES, 1, once);
  await load(WARM_UP, 1, () => replay(pool, statements));
  const sql = await load(TIMES, 1, () => replay(pool, statements));
  const aim = 2 * sql.p50 + 15;
  return [path, String(statements.length), ms(page.p50), ms(page.p95), ms(sql.p50), ms(aim), page.p50 <= aim ? 'within' : `${ms(page.p50 - aim)} over`];
}

runMain(async () => {
  const world = await benchWorld();
  const { rows } = await world.owner.query<{ id: string }>("SELECT r.id FROM referral r JOIN authority a ON a.id = r.authority_id WHERE a.slug = 'lancashire' AND r.state = 'waiting' ORDER BY r.reference LIMIT 1");
  const pool = new Pool({ connectionString: world.appUrl, max: 2 });
  const found: string[][] = [];
  try {
    for (const { who, path } of PAGES) found.push(await row(world, pool, path.replace('{referral}', rows[0]?.id ?? ''), await world.cookie(who)));
  } finally {
    await pool.end();
  }
  console.log(`\nOne caller, ${TIMES} times each\n`);
  console.log(table(['Page', 'statements', 'page p50', 'page p95', 'its SQL p50', 'aim', 'p50 against the aim'], found));
});
