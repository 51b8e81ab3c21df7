import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pool } from 'pg';
import type { Measured } from './measure';
import type { Statement } from './recorded-sql';
import type { BenchPupil } from './waiting-pupils';

/** Whether this machine has pgbench. */
export const hasPgbench = (): boolean => spawnSync('pgbench', ['--version']).status === 0;

/**
 * The recorded statements as pgbench's own client sends them, each transaction for the next pupil of a list.
 * @param names the recorded values that are another one in each transaction, with what stands for them
 */
export async function pgbench(
  { owner, appUrl }: { readonly owner: Pool; readonly appUrl: string }, statements: readonly Statement[], names: ReadonlyMap<string, string>, pupils: readonly BenchPupil[], atOnce: number,
): Promise<Measured> {
  await owner.query('DROP TABLE IF EXISTS bench_list; DROP SEQUENCE IF EXISTS bench_next; CREATE TABLE bench_list (n integer PRIMARY KEY, pupil_id uuid, referral_id uuid, site_id uuid, key uuid, act uuid); CREATE SEQUENCE bench_next');
  await owner.query('INSERT INTO bench_list SELECT n, p, r, s, gen_random_uuid(), gen_random_uuid() FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) WITH ORDINALITY AS list(p, r, s, n)', [
    pupils.map((one) => one.pupilId), pupils.map((one) => one.referralId), pupils.map((one) => one.siteId),
  ]);
  await owner.query('GRANT SELECT ON bench_list TO fairplace_app; GRANT USAGE ON SEQUENCE bench_next TO fairplace_app');
  const folder = mkdtempSync(join(tmpdir(), 'fairplace-bench-'));
  try {
    const script = ['SELECT pupil_id AS pupil, referral_id AS referral, site_id AS site, key, act FROM bench_list WHERE n = (SELECT nextval(\'bench_next\')) \\gset', ...statements.map((one) => literal(one, names))];
    writeFileSync(join(folder, 'place.sql'), `${script.join('\n')}\n`);
    const each = Math.floor(pupils.length / atOnce);
    const { stdout, stderr, status } = spawnSync('pgbench', ['-n', '-f', join(folder, 'place.sql'), '-c', String(atOnce), '-j', '2', '-t', String(each), '--log', `--log-prefix=${join(folder, 'log')}`, appUrl], { encoding: 'utf8', cwd: folder });
    if (status !== 0) throw new Error(`pgbench ended with ${status}:\n${stderr}`);
    const perSecond = Number(/tps = ([\d.]+)/.exec(stdout)?.[1] ?? Number.NaN);
    const mean = Number(/latency average = ([\d.]+)/.exec(stdout)?.[1] ?? Number.NaN);
    return { calls: each * atOnce, perSecond, p50: mean, p95: Number.NaN };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Parameters written into the text; a placement's new id is taken from the statement that makes it. */
function literal({ text, values }: Statement, names: ReadonlyMap<string, string>): string {
  const quoted = (value: string | null): string => {
    if (value === null) return 'NULL';
    const name = names.get(value);
    return name === undefined ? `'${value.replaceAll("'", "''")}'` : `':${name}'`;
  };
  const filled = text.replace(/\s+/g, ' ').replace(/\$(\d+)/g, (_, index: string) => quoted(values[Number(index) - 1] ?? null));
  return /^\s*INSERT INTO placement /i.test(filled) ? `${filled.replace(/RETURNING id, reference/i, 'RETURNING id AS placement, reference')} \\gset` : `${filled};`;
}
